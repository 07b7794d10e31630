import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { startOf } from '../../shared/evidence/compare-frameworks.ts';
import { publishedFramework } from '../../shared/evidence/frameworks.ts';
import type { StatementFields } from '../../shared/evidence/statement.ts';
import { nextInWords, nextSteps } from '../../client/evidence/next-steps.ts';
import type { ShownEvidence } from '../../client/evidence/evidence-model.ts';
import { evidenceCaseOfAll, figuresOf } from '../support/evidence.ts';

const framework = {
  ...{ id: 'f', version: 1, undoable: false, base: 'well-led-2018', name: 'Ours', status: 'own' as const },
  ...{ source: 'Board', note: '' },
};
const prompts = (publishedFramework('well-led-2018')?.statements ?? []).map(startOf);
const today = '2026-11-21';

function stepsOf(statements: readonly StatementFields[], known = evidenceCaseOfAll()) {
  const held = statements.map((one, index) => ({
    ...{ ...one, id: `s${index}`, version: 1, frameworkId: 'f', undoable: false },
  }));
  const shown: ShownEvidence = {
    ...{ dataCut: known.dataCut, frameworks: [framework], statements: held, measures: [], packs: [] },
    figures: [...figuresOf(known).values()],
  };
  return nextSteps({ shown, framework, statements: held, today });
}

const decision = { what: 'Fund sessions', on: asPlainDate('2026-10-05'), reference: 'Minute 7' };
const decided = prompts.map((one) => ({ ...one, decisions: [decision] }));
const late = { gap: 'No log.', action: 'Ask', by: asPlainDate('2026-11-20'), owner: 'R&D lead' };

describe('what to do before the next pack', () => {
  it('is to add questions where there is none, and to freeze where nothing is missing', () => {
    expect(stepsOf([]).map(({ link }) => link)).toEqual(['Add its questions']);
    expect(stepsOf(decided)).toEqual([]);
    expect(nextInWords([], 0)).toBe('Nothing is missing: freeze the first pack');
  });

  it('begins with a gap whose day has passed; one of today has not', () => {
    const [first, ...others] = decided;
    const texts = stepsOf([{ ...first!, gaps: [late] }, ...others]).map(({ text }) => text);
    expect(texts).toEqual(['1 gap past its day: W8.R1. Say what was done, or a new day.']);
    expect(stepsOf([{ ...first!, gaps: [{ ...late, by: asPlainDate(today) }] }, ...others])).toEqual([]);
  });

  it('names the values that only a hand can type, and sends elsewhere for what the register lacks', () => {
    const steps = stepsOf(decided, { ...evidenceCaseOfAll(), measures: [], hoursTaken: [] });
    expect(steps.map(({ text }) => text)).toEqual([
      '4 values that only you can type: Serious breaches reported, People offered research, Participants recruited, Participants who would take part again.',
      'Release promised and kept is not known. No study time taken is recorded, so the promise cannot be judged.',
      'A fact is not known and no gap says so: W8.R2, W8.R4, W8.R5. Say the gap with its action, day and owner.',
    ]);
    expect(steps[1]).toMatchObject({ page: '/learners' });
    expect(steps[2]).toMatchObject({ view: 'questions', code: 'W8.R2' });
  });

  it('says which sentence is out of date, which question lacks a fact or a decision, and what will be held', () => {
    const [first, second, ...others] = decided;
    const own = { ...first!.facts[0]!, sentence: 'Only 3 nurses.', draftedAs: 'In January there were 11.' };
    const texts = stepsOf([
      { ...first!, facts: [own] },
      { ...second!, facts: [], decisions: [] },
      ...others,
    ]).map(({ text }) => text);
    expect(texts).toEqual([
      '1 sentence written by hand before the numbers changed. Write anew, or go back to the draft.',
      '1 question without a fact: W8.R2.',
      'No decision is recorded under W8.R2. An inspector asks what was done with the numbers.',
      '1 text typed by hand will hold the files back: W8.R1, fact 1 (3).',
    ]);
  });
});
