import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Nothing is sent anywhere, and nothing is fetched from elsewhere.
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
  },
  features: {sidebarOnboardingChecklist: false},
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), keepRegistrations()],
    build: {...vite.build, chunkSizeWarningLimit: 2000}, // Storybook's own chunks are large
  }),
};

export default config;

/** `sideEffects` in package.json names the built files; the stories import the sources that register tags. */
function keepRegistrations() {
  return {
    name: 'keep-registrations',
    transform: (code: string, id: string) =>
      /\/src\/(define[^/]*|article-[^/]+\/article-[^./]+)\.ts$/.test(id)
        ? {code, moduleSideEffects: true}
        : null,
  };
}
