import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayInEngland, makeClock } from '../../server/config/clock.ts';
import { isLoopback, readConfig } from '../../server/config/config.ts';
import { checkoutRoot } from '../../server/config/paths.ts';
import { makeProgress } from '../../server/config/progress.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';

const other = 'postgresql://owner:secret@db/protected';

describe('the configuration', () => {
  test('of an empty environment is the product as it starts by itself', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: join(checkoutRoot, '.data'),
      databaseUrl: null,
      appDatabaseUrl: null,
      sampleSignIn: true,
      today: null,
      logLevel: 'warn',
      publicUrl: null,
      rateLimits: { callsPerMinute: 300, writesPerMinute: 60, signInsPerQuarterHour: 10, importsPerHour: 10 },
    });
  });

  test('takes a relative data folder from the checkout, and an empty variable for none', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere' }).dataDir).toBe(join(checkoutRoot, 'elsewhere'));
    expect(readConfig({ DATA_DIR: '/srv/pt' }).dataDir).toBe('/srv/pt');
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('names every variable that is wrong, with what it should be, in one message', () => {
    expect(() =>
      readConfig({
        PORT: '99999',
        LOG_LEVEL: 'loud',
        PUBLIC_URL: 'ftp://x',
        DATABASE_URL: 'mysql://x',
        LIMIT_IMPORTS_PER_HOUR: '0',
      }),
    ).toThrow(
      /PORT: [^]*DATABASE_URL: must begin postgresql[^]*LOG_LEVEL: [^]*PUBLIC_URL: must be an address[^]*LIMIT_IMPORTS_PER_HOUR: /,
    );
    expect(() => readConfig({ APP_DATABASE_URL: other })).toThrow(/needs DATABASE_URL/);
  });

  test('writes a public address without a slash at the end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://planning.trust.nhs.uk/' }).publicUrl).toBe(
      'https://planning.trust.nhs.uk',
    );
  });
});

describe('signing in without a password', () => {
  test.each([
    ['our own database on this machine', {}, true],
    ['our own database on IPv6 loopback', { HOST: '::1' }, true],
    ['our own database on every address', { HOST: '0.0.0.0' }, false],
    ['our own database on a network address', { HOST: '10.0.0.7' }, false],
    ['another database', { DATABASE_URL: other }, false],
    ['another database, asked for', { DATABASE_URL: other, SAMPLE_SIGN_IN: 'on' }, true],
    ['every address, asked for', { HOST: '0.0.0.0', SAMPLE_SIGN_IN: 'on' }, true],
    ['this machine, asked not to', { SAMPLE_SIGN_IN: 'off' }, false],
    ['production with our own database', { NODE_ENV: 'production' }, true],
    ['production with another database', { NODE_ENV: 'production', DATABASE_URL: other }, false],
  ])('%s: %o gives %s', (_where, env, on) => {
    expect(readConfig(env).sampleSignIn).toBe(on);
  });

  test('is refused for a production database, even when asked for', () => {
    const env = { NODE_ENV: 'production', DATABASE_URL: other, SAMPLE_SIGN_IN: 'on' };
    expect(() => readConfig(env)).toThrow(/SAMPLE_SIGN_IN=on is refused/);
  });

  test('knows which names mean this machine alone', () => {
    expect(['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(
      ['0.0.0.0', '::', '127.0.0.1.evil.example', 'localhost.evil', '10.0.0.1', ''].some(isLoopback),
    ).toBe(false);
  });
});

describe('today', () => {
  test('is the day in England, also in summer, when midnight comes an hour earlier', () => {
    expect(dayInEngland(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(dayInEngland(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
    expect(dayInEngland(new Date('2026-03-29T00:59:59Z'))).toBe('2026-03-29');
  });

  test('can be made to stand still, while instants go on', () => {
    const clock = makeClock(asPlainDate('2026-11-20'));
    expect(clock.today()).toBe('2026-11-20');
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describe('progress', () => {
  const told = async (work: (progress: ReturnType<typeof makeProgress>) => Promise<unknown>) => {
    let text = '';
    await work(makeProgress((more) => (text += more))).catch(() => undefined);
    return text.replace(/\d+\.\d s/g, 'N s');
  };

  test('is one line a step, with its seconds', async () => {
    expect(await told((p) => p.step('Migrating', () => Promise.resolve()))).toBe('Migrating … N s\n');
  });

  test('names the step again when something else was said meanwhile', async () => {
    const work = (p: ReturnType<typeof makeProgress>) =>
      p.step('Loading', () => Promise.resolve(p.say('one of two')));
    expect(await told(work)).toBe('Loading …\none of two\nLoading: N s\n');
  });

  test('of a step that fails ends its line', async () => {
    expect(await told((p) => p.step('Starting', () => Promise.reject(new Error('x'))))).toBe('Starting …\n');
  });
});
