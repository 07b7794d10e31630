import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calibrationCases, costCases, documentOf, isRight, projectionCases } from '../support/model-cases.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = fileURLToPath(new URL('../../dist/server/cli/model.js', import.meta.url));

function run(input: string, ...args: string[]) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    timeout: 30_000,
    env: {},
  });
  return { status, stdout, stderr, seconds: (performance.now() - started) / 1000 };
}

describe('the model command', () => {
  it('is built', () => {
    expect(existsSync(command)).toBe(true);
  });

  it('answers every sample case of the ten kinds on standard output, and says nothing else', () => {
    const cases = [...costCases(), ...projectionCases(), ...calibrationCases()];
    const { status, stdout, stderr } = run(documentOf(cases.map(({ request }) => request)));
    expect([status, stderr]).toEqual([0, '']);
    const { schema, answers } = JSON.parse(stdout) as {
      schema: string;
      answers: { id: string; values: unknown[] }[];
    };
    expect(schema).toBe('protected-time/model-answer/1');
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ request }) => request.id));
    expect(new Set(cases.map(({ request }) => request.kind)).size).toBe(10);
    const wrong = cases.flatMap(({ request, values, tolerance }, index) =>
      request.asks.filter((_, place) => !isRight(answers[index]!.values[place], values[place], tolerance)),
    );
    expect(wrong).toEqual([]);
  });

  it('answers an empty document in under a second', () => {
    const times = [1, 2, 3].map(() => run(documentOf([])).seconds);
    expect(Math.min(...times)).toBeLessThan(1);
  });

  it('gives one error and exit code 2 for what is not JSON', () => {
    const { status, stdout } = run('not json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-json', path: '' } });
  });

  it('names an unknown key on standard error and answers all the same', () => {
    const { request } = costCases()[0]!;
    const { status, stdout, stderr } = run(
      documentOf([{ ...request, inputs: { ...request.inputs, salery: 1 } }]),
    );
    expect([status, stderr]).toEqual([0, 'unknown key ignored: "/requests/0/inputs/salery"\n']);
    expect(JSON.parse(stdout)).toMatchObject({ answers: [{ id: request.id }] });
  });

  it('prints the JSON Schema of the format', () => {
    expect(JSON.parse(run('', '--schema').stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['schema', 'requests'],
    });
    expect(JSON.parse(run('', '--answer-schema').stdout)).toHaveProperty('anyOf');
  });

  it('says how it is used, on standard error, when asked for something else', () => {
    const { status, stdout, stderr } = run('', '--help');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('npm run --silent model < request.json > answer.json');
  });
});
