import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { canonicalJson } from '../../shared/evidence/canonical.ts';
import {
  carryOver,
  compareFrameworks,
  notCarried,
  startOf,
} from '../../shared/evidence/compare-frameworks.ts';
import { publishedFramework } from '../../shared/evidence/frameworks.ts';
import { packChanges } from '../../shared/evidence/pack-changes.ts';
import { packDocument } from '../../shared/evidence/pack-document.ts';
import { valuesWithoutWords, withoutIdentity } from '../../shared/evidence/pseudonyms.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { figureRules } from '../../shared/evidence/figures.ts';
import { rederive, shownSteps, snapshotOf } from '../../shared/evidence/snapshot.ts';
import { statementSchema, type Measure, type StatementFields } from '../../shared/evidence/statement.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides } from '../../shared/parameters/override.ts';
import { setHash } from '../../shared/parameters/set-hash.ts';
import { bringOver, draftOf, emptyStatement, readStatement } from '../../client/evidence/statement-draft.ts';
import { evidenceOf, figuresOf, onLog, openStudy } from '../support/evidence.ts';
import { learner } from '../support/learners.ts';
import { scenarioOf, stressPlan } from '../support/plans.ts';

const startOfYear = (key: string): StatementFields[] =>
  (publishedFramework(key)?.statements ?? []).map(startOf);
const old = startOfYear('well-led-2018');
const recruited: Measure = {
  ...{ metric: 'participants-recruited', value: 98_765, period: '2025/26', on: asPlainDate('2026-03-31') },
  ...{ source: 'Open data platform', useLabel: 'internal-only' },
};
const decision = { what: 'Fund sessions', on: asPlainDate('2026-10-05'), reference: 'Minute 7' };

function packOf(measures: readonly Measure[], statements: readonly StatementFields[] = old) {
  const nurses = onLog('Nursing and Midwifery Registered', 'coi', 12);
  return snapshotOf({
    inputs: evidenceOf({ ...nurses, studies: [openStudy], measures }),
    parameters: publishedParameters,
    title: 'Pack',
    trust: { name: 'Trust A', odsCode: 'ZZA', synthetic: true },
    madeOn: asPlainDate('2026-11-20'),
    framework: { base: null, name: 'Ours', status: 'own', source: 'Board', note: '' },
    statements,
  });
}

describe('a frozen pack', () => {
  it('is one text whatever the order of its keys, and each figure comes out of it again', () => {
    expect(canonicalJson({ b: [{ y: 1, x: undefined, a: null }], a: 'é' })).toBe(
      '{"a":"é","b":[{"a":null,"y":1}]}',
    );
    const text = canonicalJson(packOf([recruited]));
    const again = JSON.parse(text) as ReturnType<typeof packOf>;
    expect(canonicalJson(again)).toBe(text);
    expect(rederive(again)).toMatchObject({
      ...{ same: 19, different: [], parametersWhole: true, workingFaults: [] },
      ...{
        then: { engine: engineVersion, rules: figureRules },
        now: { engine: engineVersion, rules: figureRules },
      },
    });
  });

  it('whose figure was tampered with is told apart', () => {
    const pack = packOf([]);
    const figures = pack.figures.map((figure) =>
      figure.metric === 'research-active-headcount' ? { ...figure, headline: '120' } : figure,
    );
    expect(rederive({ ...pack, figures }).different.map(({ metric }) => metric)).toEqual([
      'research-active-headcount',
    ]);
  });

  it('says what froze it: one of other rules keeps its figures, and its working holds without any model', () => {
    const pack = packOf([]);
    const old = pack.figures.map((figure) =>
      figure.metric === 'supervisors' ? { ...figure, headline: '15 slots' } : figure,
    );
    const later = rederive({ ...pack, figures: old, engine: '0.0.9', rules: 1 });
    expect(later).toMatchObject({
      ...{ same: 18, then: { engine: '0.0.9', rules: 1 }, workingFaults: [] },
      different: [{ metric: 'supervisors' }],
    });
    const { workings, rules, ...first } = pack;
    expect([workings?.projection, rules]).toEqual([[], figureRules]);
    expect(rederive({ ...first, schema: 1 })).toMatchObject({ workingFaults: null, then: { rules: 1 } });
  });

  it('whose working was tampered with is told apart', () => {
    const pack = packOf([]);
    const working = pack.workings!['research-active-headcount']!;
    const wrong = working.map((one, index) => (index === 0 ? { ...one, value: 13 } : one));
    const faults = rederive({ ...pack, workings: { ...pack.workings, 'research-active-headcount': wrong } });
    expect(faults.workingFaults?.map(({ fault }) => fault)).toEqual([
      'Nursing and Midwifery Registered, people is printed as something else',
      'All people does not come out again',
    ]);
  });

  it('shows how each figure was worked out, with few people hidden and nothing kept inside', () => {
    const steps = shownSteps(
      packOf([recruited, { ...recruited, metric: 'set-up-days', useLabel: 'with-care', value: 61 }]),
    );
    expect(steps).toContainEqual({
      ...{ metric: 'research-active-headcount', label: 'All people', printed: '12' },
      how: 'Sum of Nursing and Midwifery Registered, people',
    });
    expect(steps.map(({ metric }) => metric)).toContain('set-up-days');
    expect(steps.map(({ metric }) => metric)).not.toContain('participants-recruited');
  });

  it('draws a metric once where two questions rest on it, and says where its table stands', () => {
    const document = packDocument(packOf([]), 'hash');
    const captions = document.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table.caption] : [],
    );
    expect(captions.filter((caption) => caption === 'Open studies by specialty')).toHaveLength(1);
    expect(JSON.stringify(document)).toContain('Its table stands under W8.R1, fact 2.');
  });

  it('says of each fact that nobody can state that it is a gap, and of a day that has passed that it has', () => {
    const gap = { gap: 'No log.', action: 'Ask', by: asPlainDate('2026-10-31'), owner: 'R&D lead' };
    const [first, ...others] = old;
    const document = packDocument(packOf([], [{ ...first!, gaps: [gap] }, ...others]), 'hash');
    const lists = document.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(lists).toContain('No log. Action: Ask by 31 October 2026 (this day has passed). Owner: R&D lead.');
    expect(lists).toContain('People offered research: not known.');
    expect(JSON.stringify(document)).toContain('No action on what is not known is recorded.');
  });

  it('begins with every question, number and gap in short, and ends with lines to sign', () => {
    const { blocks } = packDocument(packOf([recruited]), 'hash');
    const table = (caption: string) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.table.caption === caption ? block.table.rows : [],
      );
    expect(table('Questions at a glance')).toHaveLength(5);
    expect(table('Facts in numbers')).toHaveLength(13);
    expect(table('Facts in numbers')).toContainEqual([
      ...['W8.R5', 'Participants recruited', 'left out', '31 March 2026', 'Research director'],
    ]);
    expect(blocks.at(-1)).toMatchObject({ kind: 'signatures' });
  });

  it('keeps no typed name and no id of the register, and its figures are the same without them', () => {
    const id = '01a1fc59-6823-70fc-b33f-7e9c5226641a';
    const plan = stressPlan();
    const minimum = { ...plan.team.plannedMinimum!, owner: 'Dr Planted', source: 'Letter of Dr Planted' };
    const known = {
      scenario: scenarioOf([{ ...plan, team: { ...plan.team, id, plannedMinimum: minimum } }]),
      learners: [
        learner({ id, supervisor: 'Dr Planted', fundingSource: 'Planted fund', status: 'enrolled' }),
      ],
    };
    const inputs = evidenceOf(known);
    const kept = withoutIdentity({
      ...inputs,
      learners: inputs.learners.map((one) => ({ ...one, lastName: 'Planted', employeeNumber: '30400001' })),
    });
    expect(JSON.stringify(kept)).not.toMatch(/Planted|01a1fc59|30400001/);
    expect(kept.learners[0]?.id).toBe(kept.scenario.teams[0]?.team.id);
    expect([...figuresOf(kept).values()]).toEqual([...figuresOf(known).values()]);
  });

  it('keeps the trust’s own values without the words typed beside them, under the same hash', () => {
    const fill = {
      ...{
        code: 'DEFAULT_FILL',
        effectiveFrom: asPlainDate('2026-10-01'),
        value: 9_000,
        low: null,
        high: null,
      },
      ...{ source: 'Letter of Dr Planted', status: 'derived' as const },
    };
    const own = withOverrides(publishedParameters, [fill]);
    const kept = valuesWithoutWords(own);
    expect(JSON.stringify(own)).toContain('Dr Planted');
    expect(JSON.stringify(kept)).not.toContain('Dr Planted');
    expect(setHash(kept)).toBe(setHash(own));
    expect(setHash(kept)).not.toBe(setHash(publishedParameters));
  });

  it('leaves a value out that its source keeps inside, and says so', () => {
    const document = JSON.stringify(packDocument(packOf([recruited]), 'hash'));
    expect(document).not.toMatch(/98,?765/);
    expect(document).toContain(
      'Participants recruited: left out. The use its source allows is “unpublished, internal management only”.',
    );
    const shared = JSON.stringify(packDocument(packOf([{ ...recruited, useLabel: 'publishable' }]), 'hash'));
    expect(shared).toContain('98,765 participants were recruited');
  });

  it('prints a sentence written by hand, and beside it the numbers when they changed since', () => {
    const printed = (draftedAs: string): string => {
      const fact = { ...old[0]!.facts[0]!, sentence: 'Our own words.', draftedAs };
      const [first, ...others] = old;
      return JSON.stringify(packDocument(packOf([], [{ ...first!, facts: [fact] }, ...others]), 'hash'));
    };
    const drafted = packOf([]).figures[0]!.sentence;
    expect(printed(drafted)).toContain('1. Our own words.');
    expect(printed(drafted)).not.toContain('before the numbers changed');
    expect(printed('In January there were 11.')).toContain(
      `Written by hand before the numbers changed. They now say: ${drafted}`,
    );
  });

  it('has headings without a skipped level', () => {
    const levels = packDocument(packOf([]), 'hash').blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.level] : [],
    );
    expect(levels[0]).toBe(2);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 2)).toBeLessThanOrEqual(1));
  });

  it('tells what changed since the last: a figure, a decision, a gap; and nothing of what must stay inside', () => {
    const breaches: Measure = { ...recruited, metric: 'serious-breaches', value: 2, useLabel: 'with-care' };
    const next = old.map((one) => (one.code === 'W8.R2' ? { ...one, decisions: [decision] } : one));
    const changes = packChanges(packOf([]), packOf([recruited, breaches], next));
    expect(changes).toEqual([
      { what: 'figure', name: 'Serious breaches reported', before: 'not known', after: '2' },
      {
        what: 'figure',
        name: 'Participants recruited',
        before: 'not known',
        after: 'left out: unpublished, internal management only',
      },
      { what: 'decision', name: 'W8.R2', before: null, after: 'Fund sessions (Minute 7)' },
    ]);
    expect(packChanges(packOf([recruited]), packOf([{ ...recruited, value: 5 }]))).toEqual([]);
  });
});

describe('two versions of a framework', () => {
  const next = startOfYear('single-2023');

  it('are compared by what their questions are about', () => {
    expect(compareFrameworks(old, next).map(({ theme, change }) => [theme, change])).toEqual([
      ['awareness', 'dropped'],
      ['investigators', 'reworded'],
      ['strategy', 'reworded'],
      ['reporting', 'dropped'],
      ['participants', 'reworded'],
    ]);
    expect(compareFrameworks(old, old).every(({ change }) => change === 'same')).toBe(true);
  });

  it('carry decisions and gaps over, at most three facts a question, each once, and name what has no place', () => {
    const worked = old.map((one) =>
      one.theme === 'investigators' ? { ...one, decisions: [decision] } : one,
    );
    const { statements, leftBehind } = carryOver(worked, next);
    expect(leftBehind.map(({ code }) => code)).toEqual(['W8.R1', 'W8.R4']);
    const investigators = statements.find(({ theme }) => theme === 'investigators');
    expect(investigators?.decisions).toEqual([decision]);
    expect(investigators?.facts.map(({ metric }) => metric)).toEqual([
      'qualified-ready-named',
      'release-kept',
      'backfill-and-fees',
    ]);
    expect(statements.every((one) => statementSchema.safeParse(one).success)).toBe(true);
  });

  it('list each fact, decision and gap of the one that stands nowhere in the other', () => {
    const gap = { gap: 'No log.', action: 'Ask', by: asPlainDate('2027-03-31'), owner: 'R&D lead' };
    const worked = old.map((one) =>
      one.theme === 'reporting' ? { ...one, decisions: [decision], gaps: [gap] } : one,
    );
    expect(notCarried(worked, carryOver(worked, next).statements)).toEqual([
      { code: 'W8.R1', what: 'fact', text: 'Open studies by specialty' },
      { code: 'W8.R1', what: 'fact', text: 'Learners on a course by stage' },
      { code: 'W8.R4', what: 'fact', text: 'Open studies by specialty' },
      { code: 'W8.R4', what: 'fact', text: 'Open studies with a delegation record' },
      { code: 'W8.R4', what: 'fact', text: 'Serious breaches reported' },
      { code: 'W8.R4', what: 'decision', text: 'Fund sessions (Minute 7)' },
      { code: 'W8.R4', what: 'gap', text: 'No log.' },
    ]);
    expect(notCarried(worked, worked)).toEqual([]);
  });
});

describe('a question as typed', () => {
  const figures = [...figuresOf({}).values()];
  const draft = draftOf(old[1]!);

  it('keeps a drafted sentence as drafted, and an own one with the draft it took the place of', () => {
    const [first, ...others] = draft.facts;
    const own = { ...draft, facts: [{ ...first!, sentence: ' Ours. ' }, ...others] };
    const read = readStatement(own, figures);
    expect(read.ok && read.statement.facts.map(({ sentence }) => sentence)).toEqual(['Ours.', null, null]);
    expect(read.ok && read.statement.facts[0]?.draftedAs).toBe(
      figures.find(({ metric }) => metric === first?.metric)?.sentence,
    );
  });

  it('that was typed later takes what another version holds on its theme, each once and at most three facts', () => {
    const worked = old.map((one) =>
      one.theme === 'investigators' ? { ...one, decisions: [decision] } : one,
    );
    const typed = { ...emptyStatement, code: 'KLOE 1', text: 'How?', theme: 'investigators' as const };
    const brought = bringOver(typed, worked);
    expect(brought.facts.map(({ metric }) => metric)).toEqual([
      ...['qualified-ready-named', 'release-kept', 'backfill-and-fees'],
    ]);
    expect(brought.decisions).toEqual([decision]);
    expect(bringOver(brought, worked)).toEqual(brought);
    expect(bringOver({ ...typed, theme: 'other' }, worked)).toEqual({ ...typed, theme: 'other' });
  });

  it('says what a half-typed gap or decision lacks, and leaves a blank one out', () => {
    const blank = { gap: '', action: '', by: '', owner: '' };
    const half = { ...blank, gap: 'No job plan names research.' };
    expect(readStatement({ ...draft, gaps: [blank] }, figures)).toMatchObject({ statement: { gaps: [] } });
    expect(readStatement({ ...draft, gaps: [half] }, figures)).toEqual({
      ok: false,
      problems: ['A gap needs what is missing, the action, its day, and an owner.'],
    });
  });
});
