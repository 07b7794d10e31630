import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { holdsOf, namesIn, smallNumbersIn, type SaidByHand } from '../../shared/evidence/hand-typed.ts';
import type { Measure, StatementFields } from '../../shared/evidence/statement.ts';
import { figuresOf, onLog, openStudy } from '../support/evidence.ts';

describe('a number of one to four typed by hand', () => {
  it.each([
    ['Only 3 nurses hold a log.', ['3']],
    ['Four consultants and one nurse.', ['Four', 'one']],
    ['Fund two PI sessions', ['two']],
    ['Our single PI retires.', ['single']],
    ['1, 2 and 12 people', ['1', '2']],
    ['Stopped at 4.', ['4']],
  ])('is found: %s', (text, found) => {
    expect(smallNumbersIn(text)).toEqual(found);
  });

  it.each([
    'On 4 October 2026 the board met, and again on 2026-11-03.',
    'Board minute 10/26, item 3, paper 2',
    'Phase 3 studies on Ward 4 at Band 2: pack 1',
    'It took 3 months, two weeks and 1 day.',
    '3% of £4 and 2.5 WTE',
    'No one, and one another',
    'Single assessment framework: well-led (2023)',
    'W8.R2, Q3 and the 3rd',
    '54 people, 1,240 participants, 2026/27',
  ])('is not seen where it counts nobody: %s', (text) => {
    expect(smallNumbersIn(text)).toEqual([]);
  });
});

const nurses = onLog('Nursing and Midwifery Registered', 'coi', 12);
const few = onLog('Medical and Dental', 'pi', 3);
const recruited = (value: number, useLabel: Measure['useLabel'] = 'internal-only'): Measure => ({
  ...{ metric: 'participants-recruited', value, period: '2025/26', on: asPlainDate('2026-03-31') },
  ...{ source: 'Open data platform', useLabel },
});

function said(change: Partial<StatementFields>, measures: readonly Measure[] = []): SaidByHand {
  const known = {
    studies: [openStudy],
    entries: [...nurses.entries, ...few.entries],
    posts: [...nurses.posts, ...few.posts],
  };
  const statement: StatementFields = {
    ...{ code: 'Q1', theme: 'other', standing: 'found', text: 'Are 3 asked?' },
    ...{ facts: [], decisions: [], gaps: [], ...change },
  };
  return {
    title: 'Pack',
    statements: [statement],
    figures: [...figuresOf({ ...known, measures }).values()],
    measures,
  };
}

const nobody = new Set<string>();
const fact = (metric: StatementFields['facts'][number]['metric'], sentence: string | null) => ({
  ...{ metric, owner: 'Research director', sentence, draftedAs: null },
});
const shortOf = (asked: SaidByHand, people: ReadonlySet<string> = nobody) =>
  holdsOf(asked, people).map(({ where, reason, found }) => [where, reason, found]);

describe('a pack with texts typed by hand', () => {
  it('holds a sentence, decision, gap or action back that has a small number, and says where', () => {
    const asked = said({
      facts: [fact('studies-by-specialty', 'Two studies are led by nurses.')],
      decisions: [{ what: 'Release 3 nurses', on: asPlainDate('2026-10-05'), reference: 'Minute 3' }],
      gaps: [
        { gap: 'One PI left.', action: 'Ask 4 teams', by: asPlainDate('2027-03-31'), owner: 'R&D lead' },
      ],
    });
    expect(shortOf(asked)).toEqual([
      ['Q1, fact 1', 'small-number', 'Two'],
      ['Q1, decision 1', 'small-number', '3'],
      ['Q1, gap 1', 'small-number', 'One'],
      ['Q1, action of gap 1', 'small-number', '4'],
    ]);
  });

  it('holds nothing back that is drafted from the numbers or stands in a published wording', () => {
    expect(shortOf(said({ facts: [fact('research-active-headcount', null)] }))).toEqual([]);
  });

  it('holds a number back that its figure hides, and none that the figure shows', () => {
    const hides = fact('research-active-headcount', 'Of 15 people 12 are nurses.');
    expect(shortOf(said({ facts: [hides] }))).toEqual([['Q1, fact 1', 'hidden-figure', '12']]);
    expect(shortOf(said({ facts: [fact('research-active-headcount', 'There are 15 people.')] }))).toEqual([]);
  });

  it('lets no text through that quotes a value its source keeps inside, with or without commas', () => {
    for (const text of ['We recruited 98,765 in all.', 'We recruited 98765 in all.']) {
      const gap = { gap: text, action: 'None', by: asPlainDate('2027-03-31'), owner: 'R&D lead' };
      const [hold] = holdsOf(said({ gaps: [gap] }, [recruited(98_765)]), nobody);
      expect(hold).toMatchObject({ where: 'Q1, gap 1', reason: 'kept-inside', mustChange: true });
      expect(holdsOf(said({ gaps: [gap] }, [recruited(98_765, 'publishable')]), nobody)).toEqual([]);
    }
  });

  it('leaves it to somebody whether a number of two digits is the value kept inside', () => {
    const gap = { gap: 'Asked 54 wards', action: 'None', by: asPlainDate('2027-03-31'), owner: 'R&D lead' };
    expect(holdsOf(said({ gaps: [gap] }, [recruited(54)]), nobody)).toMatchObject([{ mustChange: false }]);
  });

  it('does not look at the sentence of a fact that is left out of the file with its value', () => {
    const own = fact('participants-recruited', 'We recruited 98,765.');
    expect(holdsOf(said({ facts: [own] }, [recruited(98_765)]), nobody)).toEqual([]);
  });

  it('holds whatever names somebody on the staff file, as an owner too', () => {
    const people = new Set(['ann example', '30400001']);
    const asked = said({
      facts: [{ ...fact('studies-by-specialty', null), owner: 'Dr Ann Example' }],
      gaps: [
        {
          ...{ gap: 'Number 30400001 is missing.', action: 'Ask', by: asPlainDate('2027-03-31') },
          owner: 'Ann Other',
        },
      ],
    });
    expect(shortOf(asked, people)).toEqual([
      ['Q1, owner of fact 1', 'person', 'ann example'],
      ['Q1, gap 1', 'person', '30400001'],
    ]);
    expect(namesIn('Ask Ann O’Neil-Smith')).toEqual(['ask ann', 'ann o’neil-smith']);
  });
});
