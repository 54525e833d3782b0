import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';

/** Pages may show only pictures that the background stored (`blob:`, `data:`): a remote picture is a tracker. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Drawn by `scripts/draw-icons.mjs`. */
const icons = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 96: 'icons/96.png', 128: 'icons/128.png' };

/**
 * What the popup imports before its first paint: these, and all they import. Left alone, the bundler
 * makes a file of each part that another page shares, some twenty to open before anything is painted.
 */
const firstPaint =
  /components\/popup\/Popup\.tsx$|components\/ui\/(apply-theme\.ts|after-paint\.ts|theme\.css)$|lib\/storage\/settings\.ts$/;

const zodWithoutEval = fileURLToPath(new URL('lib/util/zod-without-eval.ts', import.meta.url));

const geckoId = 'relais@relais.example';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // Test and benchmark builds go elsewhere so that they never replace the build a person has loaded.
  outDir: process.env.RELAIS_OUT_DIR ?? '.output',
  hooks: {
    // The background is one file by nature, so this is no setting for every build.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some((entrypoint) => entrypoint.type === 'popup')) return;
      config.build = mergeConfig(config.build ?? {}, {
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first-paint', test: firstPaint }] } } },
      });
    },
  },
  vite: () => ({ resolve: { alias: [{ find: /^zod$/, replacement: zodWithoutEval }] } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Relais',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus', 'activeTab', 'scripting'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    icons,
    action: { default_title: '__MSG_action_title__', default_icon: icons },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
      'spot-page': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_spot_page__',
      },
      'share-page': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_command_share_page__',
      },
    },
    omnibox: { keyword: 'relais' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: geckoId,
          strict_min_version: '140.0',
          data_collection_permissions: {
            required: ['authenticationInfo', 'personallyIdentifyingInfo'],
            optional: ['technicalAndInteraction'],
          },
        },
      },
    }),
    ...(browser === 'chrome' && { minimum_chrome_version: '120' }),
  }),
});
