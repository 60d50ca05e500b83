import {readdirSync} from 'node:fs';

// What the analyzer cannot know by itself: the tags, because they are registered through a helper; what an alias of
// literal types stands for; what is private; and the names under which the built files can be imported.

const registering = readdirSync('src', {withFileTypes: true})
  .filter((entry) => entry.isDirectory() && entry.name.startsWith('article-'))
  .map(({name}) => `src/${name}/${name}.ts`);
const hidden = ['properties', 'styles', 'shadowRootOptions', 'formAssociated'];
let checker;

export default {
  globs: ['src/**/*.element.ts', 'src/**/*-element.ts', ...registering],
  outdir: 'dist',
  litelement: true,
  overrideModuleCreation({ts, globs}) {
    const {ES2022} = ts.ScriptTarget;
    const moduleResolution = ts.ModuleResolutionKind.Bundler;
    const program = ts.createProgram(globs, {
      target: ES2022,
      moduleResolution,
      strict: true,
      noLib: true,
      types: [],
    });
    checker = program.getTypeChecker();
    // The compiler makes some names absolute; this machine's folders are nobody's business.
    return globs.map((fileName) => Object.assign(program.getSourceFile(fileName), {fileName}));
  },
  plugins: [literalTypes(), registrations(), publicOnly(), globals(), importablePaths()],
};

/** Writes `'lf' | 'crlf' | undefined` for `Newline | undefined`: tools offer the values that they can read. */
function literalTypes() {
  return {
    name: 'literal-types',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isPropertyDeclaration(node) || !node.type || !ts.isClassLike(node.parent)) return;
      const union = checker.getTypeAtLocation(node);
      const isPlain = (type) => type.isStringLiteral() || type.flags & ts.TypeFlags.Undefined;
      if (!union.isUnion() || !union.types.every(isPlain)) return;
      const text = union.types
        .toSorted((a, b) => (a.flags & ts.TypeFlags.Undefined) - (b.flags & ts.TypeFlags.Undefined))
        .map((type) => (type.isStringLiteral() ? `'${type.value}'` : 'undefined'))
        .join(' | ');
      const owner = moduleDoc.declarations.find(({name}) => name === node.parent.name?.text);
      const member = owner?.members?.find(({name}) => name === node.name.text);
      const attribute = owner?.attributes?.find(({fieldName}) => fieldName === node.name.text);
      for (const item of [member, attribute]) if (item) item.type = {text};
    },
  };
}

/** `define('article-date', ArticleDate)` makes the module the one to import for the tag. */
function registrations() {
  return {
    name: 'registrations',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      const module = moduleDoc.path.replace(/\.ts$/, '.element.ts');
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: {name: element.getText(), module},
      });
    },
  };
}

function publicOnly() {
  const isPublic = ({name, privacy = 'public'}) =>
    !name.startsWith('#') && privacy === 'public' && !hidden.includes(name);
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest: {modules}}) {
      const paths = modules.map(({path}) => path);
      for (const module of modules) {
        // What has no module here is a type: there is nothing to import at run time.
        module.exports = module.exports.filter(({declaration}) => paths.includes(declaration.module));
        module.declarations = module.declarations.filter(({kind}) => kind === 'class');
        for (const declaration of module.declarations) {
          declaration.members = declaration.members?.filter(isPublic);
        }
      }
    },
  };
}

/** An event's fields come from its constructor, not from a default; its base class is the browser's. */
function globals() {
  return {
    name: 'globals',
    packageLinkPhase({customElementsManifest: {modules}}) {
      for (const {superclass, members} of modules.flatMap(({declarations}) => declarations)) {
        if (superclass?.name !== 'Event') continue;
        delete superclass.module;
        superclass.package = 'global:';
        for (const member of members) delete member.default;
      }
    },
  };
}

function importablePaths() {
  const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  return {
    name: 'importable-paths',
    packageLinkPhase({customElementsManifest}) {
      const rename = (part) => {
        if (part === null || typeof part !== 'object') return;
        for (const key of ['path', 'module']) if (typeof part[key] === 'string') part[key] = built(part[key]);
        Object.values(part).forEach(rename);
      };
      rename(customElementsManifest.modules);
    },
  };
}
