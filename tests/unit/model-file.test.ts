import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { answerDocument } from '../../shared/model-file/answer-document.ts';
import { answerSchema } from '../../shared/model-file/document.ts';
import { answerJsonSchema, requestJsonSchema } from '../../shared/model-file/json-schema.ts';
import { modelKinds } from '../../shared/model-file/kinds-table.ts';
import { calibrationCases, costCases, documentOf, projectionCases } from '../support/model-cases.ts';

type Inputs = Readonly<Record<string, unknown>>;

const cases = new Map(costCases().map(({ request }) => [request.id, request.inputs]));

function inputsOf(id: string, change: Inputs = {}): Inputs {
  return { ...cases.get(id)!, ...change };
}

/** The inputs of ward D1 with something changed in its one learner. */
function wardWith(learner: Inputs): Inputs {
  const [first] = inputsOf('D1')['learners'] as Inputs[];
  return inputsOf('D1', { learners: [{ ...first, ...learner }] });
}

function ask(kind: string, inputs: unknown, ...measures: string[]): unknown {
  const asks = measures.map((measure) => ({ measure }));
  const { document } = answerDocument(documentOf([{ id: 'x', kind, inputs, asks }]));
  const [answer] = 'answers' in document ? document.answers : [];
  return answer !== undefined && 'values' in answer ? answer.values : answer?.error;
}

function refusal(kind: string, inputs: unknown, measure: string): readonly [unknown, unknown] {
  const error = ask(kind, inputs, measure) as { code?: unknown; path?: unknown };
  return [error.code, error.path];
}

describe('a document', () => {
  it.each([
    ['', 'not-json', ''],
    ['nonsense', 'not-json', ''],
    ['{"schema":', 'not-json', ''],
    ['[]', 'not-this-schema', ''],
    ['null', 'not-this-schema', ''],
    ['{}', 'not-this-schema', '/schema'],
    ['{"schema":"protected-time/model-request/2","requests":[]}', 'not-this-schema', '/schema'],
    ['{"schema":"protected-time/model-request/1"}', 'not-this-schema', '/requests'],
    ['{"schema":"protected-time/model-request/1","requests":{}}', 'not-this-schema', '/requests'],
  ])('%j gets one error and exit code 2', (text, code, path) => {
    const { document, exitCode } = answerDocument(text);
    expect(exitCode).toBe(2);
    expect(document).toEqual({ error: { code, message: expect.any(String) as string, path } });
  });

  it('without requests is answered with none, under the engine’s version', () => {
    expect(answerDocument(documentOf([])).document).toEqual({
      schema: 'protected-time/model-answer/1',
      engine: engineVersion,
      answers: [],
    });
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(engineVersion).toBe(manifest.version);
  });

  it('may start with a byte order mark', () => {
    expect(answerDocument(`\uFEFF${documentOf([])}`).exitCode).toBe(0);
  });

  it('nested ten thousand deep is answered, not a crash', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const { exitCode, document } = answerDocument(
      `{"schema":"protected-time/model-request/1","requests":[${deep}]}`,
    );
    expect([exitCode, 'answers' in document && 'error' in document.answers[0]!]).toEqual([0, true]);
  });
});

describe('a bad request', () => {
  const good = {
    id: 'good',
    kind: 'release',
    inputs: inputsOf('K2'),
    asks: [{ measure: 'released_minutes' }],
  };

  it('gets its error in its place, and the others are answered in order', () => {
    const requests = [
      good,
      { ...good, id: 'bad', inputs: inputsOf('K2', { credits: 'many' }) },
      { ...good, id: 'again' },
    ];
    const { document, exitCode } = answerDocument(documentOf(requests));
    expect(exitCode).toBe(0);
    expect('answers' in document && document.answers).toEqual([
      { id: 'good', values: [3600] },
      {
        id: 'bad',
        error: {
          code: 'bad-input',
          message: 'This must be a number.',
          path: '/requests/1/inputs/credits',
        },
      },
      { id: 'again', values: [3600] },
    ]);
  });

  it.each([
    ['an unknown kind', { ...good, kind: 'forecasts' }, 'good', 'unknown-kind', '/requests/0/kind'],
    ['no id', { ...good, id: undefined }, null, 'bad-input', '/requests/0/id'],
    ['an id that is no text', { ...good, id: 7 }, null, 'bad-input', '/requests/0/id'],
    ['no asks', { ...good, asks: undefined }, 'good', 'bad-input', '/requests/0/asks'],
    ['no inputs', { ...good, inputs: undefined }, 'good', 'bad-input', '/requests/0/inputs'],
    [
      'an unknown ask',
      { ...good, asks: [{ measure: 'weeks' }, { measure: 'luck' }] },
      'good',
      'unknown-ask',
      '/requests/0/asks/1/measure',
    ],
    [
      'an ask that is text',
      { ...good, asks: ['weeks'] },
      'good',
      'unknown-ask',
      '/requests/0/asks/0/measure',
    ],
    ['a number in place of a request', 5, null, 'bad-input', '/requests/0'],
  ])('with %s says where', (_, request, id, code, path) => {
    const { document, exitCode } = answerDocument(documentOf([request]));
    expect(exitCode).toBe(0);
    expect('answers' in document && document.answers[0]).toEqual({
      id,
      error: { code, message: expect.any(String) as string, path },
    });
  });

  it('a key nobody reads is ignored and said, with its place', () => {
    const { document, notes } = answerDocument(
      documentOf([
        {
          ...good,
          outputs: [],
          inputs: inputsOf('K2', { releese_bp: 1, 'a/b~c': 2 }),
        },
      ]),
    );
    expect('answers' in document && document.answers).toEqual([{ id: 'good', values: [3600] }]);
    expect(notes).toEqual([
      'unknown key ignored: "/requests/0/outputs"',
      'unknown key ignored: "/requests/0/inputs/releese_bp"',
      'unknown key ignored: "/requests/0/inputs/a~1b~0c"',
    ]);
  });

  it('an unknown key deep inside a list is found', () => {
    const inputs = wardWith({ nickname: 'x' });
    const { notes } = answerDocument(documentOf([{ ...good, kind: 'ward', inputs, asks: [] }]));
    expect(notes).toEqual(['unknown key ignored: "/requests/0/inputs/learners/0/nickname"']);
  });
});

describe('absurd inputs are an error that names its place, and never a hang', () => {
  it.each([
    ['release', inputsOf('K2', { end: '9999-12-31' }), 'weeks', '/end'],
    ['release', inputsOf('K2', { end: '2137-01-01' }), 'weeks', '/end'],
    ['release', inputsOf('K2', { end: '2026-10-04' }), 'weeks', '/end'],
    ['release', inputsOf('K2', { end: '2027-02-30' }), 'weeks', '/end'],
    ['release', inputsOf('K2', { start: '2026-1-5' }), 'weeks', '/start'],
    ['release', inputsOf('K2', { credits: 15.5 }), 'weeks', '/credits'],
    ['release', inputsOf('K2', { credits: 1e300 }), 'weeks', '/credits'],
    ['release', inputsOf('K2', { credits: -1 }), 'weeks', '/credits'],
    ['release', inputsOf('K2', { release_bp: 10_001 }), 'weeks', '/release_bp'],
    ['release', inputsOf('K2', { weekdays: [8] }), 'weeks', '/weekdays/0'],
    ['backfill', inputsOf('K5', { lag_weeks: 1e12 }), 'by_fy', '/lag_weeks'],
    [
      'backfill',
      inputsOf('K5', { rates: { '2026/28': { bank: 1, agency: 1 } } }),
      'by_fy',
      '/rates/2026~128',
    ],
    ['stage_cost', inputsOf('K8', { tuition_pence: 9_007_199_254_740_993 }), 'by_fy', '/tuition_pence'],
    ['team', inputsOf('K7', { learners: [] }), 'by_fy', '/learners'],
    ['employer_cost', inputsOf('K1', { weekly_hours_x100: 0 }), 'trust', '/weekly_hours_x100'],
    ['ward', wardWith({ weeks: 1_000_000_000 }), 'by_fy', '/learners/0/weeks'],
    ['ward', wardWith({ count: 1e12 }), 'by_fy', '/learners/0/count'],
    ['ward', wardWith({ days: [{ weekday: 1, minutes: 440 }] }), 'by_fy', '/weekly_minutes'],
    ['ward', inputsOf('D1', { fees: undefined }), 'by_fy', '/bursaries'],
    ['ward', inputsOf('D1', { horizon: { from: '2027-01-01', weeks: 1e6 } }), 'by_fy', '/horizon/weeks'],
    ['ward', inputsOf('D1', { unavailability_bp: { 13: 2000 } }), 'by_fy', '/unavailability_bp/13'],
  ])('%s, %#: %s', (kind, inputs, measure, path) => {
    expect(refusal(kind, inputs, measure)).toEqual(['bad-input', `/requests/0/inputs${path}`]);
  });

  it('learners a century apart are too large', () => {
    const [first] = inputsOf('D1')['learners'] as Inputs[];
    const learners = [first, { ...first, start: '2140-01-04' }];
    expect(refusal('ward', inputsOf('D1', { learners }), 'by_fy')).toEqual([
      'too-large',
      '/requests/0/inputs/learners',
    ]);
  });

  it('a horizon of a million months is refused', () => {
    const { inputs, asks } = projectionCases()[0]!.request;
    const request = { id: 'p', kind: 'projection', inputs: { ...inputs, horizon_months: 1e6 }, asks };
    const { document } = answerDocument(documentOf([request]));
    expect('answers' in document && document.answers[0]).toMatchObject({
      error: { code: 'bad-input', path: '/requests/0/inputs/horizon_months' },
    });
  });

  it('the largest team the format allows is answered', () => {
    const learner = { ...inputsOf('K5'), start: '2026-04-01', end: '2027-03-31' };
    const learners = Array.from({ length: 500 }, () => learner);
    // 75 hours each: 500 × 4500 minutes
    const byYear = ask('team', { learners, team_limit_minutes_per_week: 0 }, 'by_fy') as [
      Record<string, Inputs>,
    ];
    expect(byYear[0]['2026/27']!['released']).toBe(500 * 4500);
  });
});

describe('a missing value is an error that names it, never 0', () => {
  it.each([
    ['ward', inputsOf('D1', { rates: { '2027/28': 2640 } }), 'by_fy', '/rates/2028~129'],
    ['ward', inputsOf('D1', { unavailability_bp: { 9: 1950 } }), 'by_fy', '/unavailability_bp/10'],
    ['backfill', inputsOf('K5', { rates: {} }), 'total_cost_pence', '/rates/2026~127'],
    ['stage_cost', inputsOf('K8', { rates: {} }), 'by_fy', '/rates/2026~127'],
    [
      'team',
      inputsOf('K7', { learners: [inputsOf('K5', { rates: {} })] }),
      'by_fy',
      '/learners/0/rates/2026~127',
    ],
  ])('%s, %#', (kind, inputs, measure, path) => {
    expect(refusal(kind, inputs, measure)).toEqual(['parameter-missing', `/requests/0/inputs${path}`]);
  });
});

describe('values of a ward beyond the cases', () => {
  it('without a planned minimum nothing is judged and cost is given', () => {
    expect(
      ask(
        'ward',
        inputsOf('D1', { planned_minimum_minutes: null }),
        'short_without_release',
        'newly_short',
        'short_after_cover',
        'margin_minutes',
        'chance_short',
        'fix',
        'total_cost_pence',
      ),
    ).toEqual([null, null, null, null, null, null, 8_344_476]);
  });

  it('by day there are three lists of dates where minimums are entered by weekday, otherwise null', () => {
    // 14 out on one Tuesday of October: 182.25 − 94.5 hours before cover, 168.1 after, against 170.7
    const inputs = {
      ...wardWith({ days: [{ weekday: 2, minutes: 450 }], weeks: 2 }),
      planned_minimum_by_weekday: [10_243, 10_243, 10_243, 10_243, 10_243, 10_243, 10_243],
    };
    expect(ask('ward', inputs, 'by_day')).toEqual([
      {
        short_without_release: [],
        newly_short: ['2027-09-28', '2027-10-05'],
        short_after_cover: ['2027-09-28', '2027-10-05'],
      },
    ]);
    expect(ask('ward', inputsOf('D1'), 'by_day')).toEqual([null]);
  });

  it('a price that changes on a Wednesday: 37.8 h × 85% × £26.40 = £848.23 and 56.7 h × 85% × £30.00 = £1,445.85', () => {
    const price = { from: '2027-10-13', pence: 3000 };
    const horizon = { from: '2027-10-11', weeks: 1 };
    expect(ask('ward', inputsOf('D1', { horizon, rate_changes: [price] }), 'total_cost_pence')).toEqual([
      84_823 + 144_585,
    ]);
    expect(refusal('ward', inputsOf('D1', { rate_changes: [price, price] }), 'total_cost_pence')).toEqual([
      'bad-input',
      '/requests/0/inputs/rate_changes',
    ]);
  });

  it('without fees there are none', () => {
    expect(ask('ward', inputsOf('D1', { fees: undefined, bursaries: undefined }), 'total_net_pence')).toEqual(
      [8_344_476],
    );
  });

  it('named days, block days, lapse and a horizon are read', () => {
    const inputs = {
      ...wardWith({
        count: 1,
        days: [{ weekday: 2, minutes: 450 }],
        block_days: [{ date: '2027-09-30', minutes: 450 }],
        lapse_bp: 5000,
      }),
      headroom_minutes: 0,
      horizon: { from: '2027-09-27', weeks: 2 },
      fees: undefined,
      bursaries: undefined,
    };
    // weeks of 900 and 450 minutes; half lapses: 450 and 225 to cover
    expect(ask('ward', inputs, 'by_fy')).toMatchObject([
      { '2027/28': { released_minutes: 1350, need_minutes: 675 } },
    ]);
  });
});

describe('the measures of a release', () => {
  it('include weeks with release, the largest week and the crossing week', () => {
    expect(
      ask('release', inputsOf('K2'), 'weeks_with_release', 'largest_week', 'crossing_week', 'by_fy'),
    ).toEqual([12, 305, null, { '2026/27': 3600 }]);
  });
});

describe('the page for analysts', () => {
  it('shows a request and its true answer', () => {
    const page = readFileSync(new URL('../../docs/model-file.md', import.meta.url), 'utf8');
    const [request, answer] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text!);
    expect(answerDocument(request!).document).toEqual(JSON.parse(answer!));
  });

  it('names every kind and every measure', () => {
    const page = readFileSync(new URL('../../docs/model-file.md', import.meta.url), 'utf8');
    for (const [name, { measures }] of modelKinds) {
      for (const word of [name, ...measures]) expect(page).toContain(`\`${word}\``);
    }
  });
});

describe('the published JSON Schema', () => {
  const schema = requestJsonSchema() as { properties: { requests: { items: { anyOf: unknown[] } } } };

  it('spells out every kind, with its inputs and asks', () => {
    const kinds = schema.properties.requests.items.anyOf as {
      properties: { kind: { const: string }; inputs: { required: string[] } };
    }[];
    expect(kinds.map(({ properties }) => properties.kind.const)).toEqual([...modelKinds.keys()]);
    const ward = kinds.find(({ properties }) => properties.kind.const === 'ward')!;
    expect(ward.properties.inputs.required).toContain('unavailability_sd_bp');
    expect(ward.properties.inputs.required).not.toContain('fees');
  });

  it('reads back as a schema that every sample passes and a broken one does not', () => {
    const read = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    const requests = [...costCases(), ...projectionCases(), ...calibrationCases()].map(
      ({ request }) => request,
    );
    const document = { schema: 'protected-time/model-request/1', requests };
    expect(read.safeParse(document).success).toBe(true);
    const broken = { ...document, requests: [{ id: 'x', kind: 'release', inputs: {}, asks: [] }] };
    expect(read.safeParse(broken).success).toBe(false);
  });

  it('describes what the command prints', () => {
    const read = z.fromJSONSchema(answerJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    for (const text of [
      'nonsense',
      documentOf([{ id: 'x' }]),
      documentOf(costCases().map(({ request }) => request)),
    ]) {
      const { document } = answerDocument(text);
      expect(answerSchema.safeParse(document).success).toBe(true);
      expect(read.safeParse(document).success).toBe(true);
    }
  });
});
