/** What the manifest leaves out (private members, Lit's own statics) and the file names that readers of it can import. */
export default {
  globs: ['src/**/*.element.ts', 'src/shared/*-element.ts', 'src/article-*/article-*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly(), importablePaths()],
};

function publicOnly() {
  const statics = ['properties', 'styles', 'shadowRootOptions', 'formAssociated'];
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest}) {
      for (const {declarations = []} of customElementsManifest.modules) {
        for (const declaration of declarations) {
          declaration.members = declaration.members?.filter(
            ({name, privacy}) => !name.startsWith('#') && (privacy ?? 'public') === 'public' && !statics.includes(name),
          );
        }
      }
    },
  };
}

function importablePaths() {
  const built = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  return {
    name: 'importable-paths',
    packageLinkPhase({customElementsManifest}) {
      for (const module of customElementsManifest.modules) {
        module.path = built(module.path);
        for (const {declaration} of module.exports ?? []) {
          if (declaration?.module) declaration.module = built(declaration.module);
        }
        for (const declaration of module.declarations ?? []) {
          if (declaration.superclass?.module) declaration.superclass.module = built(declaration.superclass.module);
          for (const member of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
            if (member.inheritedFrom?.module) member.inheritedFrom.module = built(member.inheritedFrom.module);
          }
        }
      }
    },
  };
}
