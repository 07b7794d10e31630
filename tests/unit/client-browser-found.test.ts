import { describe, expect, test } from 'vitest';
import { installedBrowser } from '../support/browser-find.ts';

function machine(env: Readonly<Record<string, string>>, ...programs: string[]) {
  return { env, exists: (path: string) => programs.includes(path) };
}

describe('the browser of the tests', () => {
  test('CHROMIUM_PATH goes before what is installed', () => {
    const found = installedBrowser(
      machine({ CHROMIUM_PATH: '/mine', PATH: '/usr/bin' }, '/mine', '/usr/bin/chromium'),
    );
    expect(found).toBe('/mine');
  });

  test('a CHROMIUM_PATH that leads nowhere is an error that says what to install, and is not passed over', () => {
    const wrong = machine({ CHROMIUM_PATH: '/mine', PATH: '/usr/bin' }, '/usr/bin/chromium');
    expect(() => installedBrowser(wrong)).toThrow(/CHROMIUM_PATH is \/mine.*Install one/);
  });

  test('Chrome goes before Chromium, wherever on the path it lies', () => {
    const both = machine({ PATH: '/usr/bin:/opt/bin' }, '/usr/bin/chromium', '/opt/bin/google-chrome');
    expect(installedBrowser(both)).toBe('/opt/bin/google-chrome');
    expect(installedBrowser(machine({ PATH: '/usr/bin' }, '/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  });

  test('where none is installed there is none, and the packaged one is unpacked instead', () => {
    expect(installedBrowser(machine({ PATH: '/usr/bin' }))).toBeNull();
  });
});
