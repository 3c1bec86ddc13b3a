/**
 * Which Chromium the browser tests drive: the one named in $CHROMIUM, else the system's, else the one that comes with
 * the packages, so that nothing has to be installed by hand. CHROMIUM=npm forces the last.
 */
import { existsSync } from 'node:fs';

const SYSTEM_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Software rendering and fixed colour and text smoothing, so that pictures agree between machines. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

/** Path of an executable Chromium; unpacks the package's to the temporary folder on first use. */
export async function chromiumPath(): Promise<string> {
  const wanted = process.env['CHROMIUM'];
  if (wanted !== undefined && wanted !== '' && wanted !== 'npm') return wanted;
  const system = wanted === 'npm' ? undefined : SYSTEM_PATHS.find((path) => existsSync(path));
  if (system !== undefined) return system;

  // The package brings its own libraries and fonts, but unpacks them only when it believes itself on a bare host.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
