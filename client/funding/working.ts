import type { FinancialYear } from '../../shared/calendar/years.ts';
import { lossNames, onTheTable } from '../../shared/funding/award.ts';
import { costKindNames, payeeNames } from '../../shared/funding/source.ts';
import { countsForUptake, outcomeOf } from '../../shared/funding/uptake.ts';
import { daysAhead } from '../../shared/funding/use-or-lose.ts';
import { stageNames } from '../../shared/programmes/stages.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { poundsAndPence } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import type { ShownCase, ShownFunding, ShownSource } from './funding-model.ts';
import { workingKey, type WorkingKey, type WorkingOf } from './working-key.ts';

/** One part of a sum, or one step of a formula: what it is, how much, how it was made with its source and date. */
export type WorkingRow = {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** As shown: "£4,000.00", "23.5%". */
  readonly value: string;
  /** `null` for a step that is no amount. */
  readonly pence: number | null;
  /** Its own working, where it has one. */
  readonly working: WorkingKey | null;
};

/** How a pound was made: its parts added up, or the steps of its formula. */
export type Working = {
  readonly title: string;
  readonly pence: number;
  /** The formula, in a sentence. */
  readonly sentence: string;
  readonly rows: readonly WorkingRow[];
  /** What the last line says: "Sum" where the rows add up. */
  readonly result: 'Sum' | 'Result';
};

export function moneyRow(
  key: string,
  label: string,
  pence: number,
  detail: string,
  of: WorkingOf | null = null,
): WorkingRow {
  const working = of === null || pence === 0 ? null : workingKey(of);
  return { key, label, detail, value: poundsAndPence(pence), pence, working };
}

export function stepRow(key: string, label: string, value: string, detail: string): WorkingRow {
  return { key, label, detail, value, pence: null, working: null };
}

/** Parts that add up, the most pounds first; those of nothing are left out. */
export function sumWorking(title: string, sentence: string, rows: readonly WorkingRow[]): Working {
  const shown = rows
    .filter(({ pence }) => pence !== 0)
    .toSorted((a, b) => Math.abs(b.pence ?? 0) - Math.abs(a.pence ?? 0) || (a.label < b.label ? -1 : 1));
  const pence = shown.reduce((sum, row) => sum + (row.pence ?? 0), 0);
  return { title, pence, sentence, rows: shown, result: 'Sum' };
}

function caseRow(one: ShownCase, pence: number, detail: string): WorkingRow {
  return moneyRow(one.learnerId, `${one.name}, ${stageNames[one.stage]}`, pence, detail);
}

function acceptedWorking(
  { cases }: ShownFunding,
  { round }: Extract<WorkingOf, { kind: 'accepted' }>,
): Working {
  const rows = cases
    .filter((one) => one.round === round && outcomeOf(one) === 'accepted')
    .map((one) => {
      const on = one.award?.acceptedOn ?? null;
      const payee = one.award?.payee ?? null;
      const to = payee === null ? 'payee not known' : `paid to: ${payeeNames[payee].toLowerCase()}`;
      const when = on === null ? '' : `accepted ${longDate(on)}, `;
      return caseRow(one, one.award?.amountPence ?? 0, `${when}${to}; award as recorded`);
    });
  const sentence = 'The amount of every award of the round that was accepted and not given back.';
  return sumWorking(`Awards accepted, ${round}`, sentence, rows);
}

function leftWorking(
  { cases, dataCut }: ShownFunding,
  { round, reason }: Extract<WorkingOf, { kind: 'left' }>,
): Working {
  const rows = cases
    .filter((one) => one.round === round && countsForUptake(one))
    .flatMap((one) => {
      const outcome = outcomeOf(one);
      const lost = onTheTable.find((own) => own === outcome);
      if (lost === undefined || (reason !== null && lost !== reason)) return [];
      const on = one.award?.lostOn ?? null;
      const when = on === null ? '' : ` ${longDate(on)}`;
      const detail = `${lossNames[lost].toLowerCase()}${when}; ${one.why === '' ? '' : `${one.why}; `}fee of the learner register to ${longDate(dataCut)}`;
      return [caseRow(one, one.feePence ?? 0, detail)];
    });
  const sentence =
    'The fee of everybody who was eligible, had a place, and was late, did not apply or declined. A fee nobody entered is in no pound.';
  const title = reason === null ? 'Left on the table' : lossNames[reason];
  return sumWorking(`${title}, ${round}`, sentence, rows);
}

/** "Letter of 1 April 2026; to be spent by 31 March 2027; not carried forward". */
function termsInWords({ source, spendBy, carriesForward, termsOf, financialYear }: ShownSource): string {
  const year = termsOf === null || termsOf === financialYear ? '' : `terms of ${termsOf}; `;
  const by = spendBy === null ? 'spend-by day not known' : `to be spent by ${longDate(spendBy)}`;
  const carried =
    carriesForward === null
      ? 'whether it is carried forward is not known'
      : carriesForward
        ? 'carried forward'
        : 'not carried forward';
  return `${year}${source}; ${by}; ${carried}`;
}

function termsOfSource(
  { sources }: ShownFunding,
  key: string,
  year: FinancialYear | null,
): ShownSource | null {
  return sources.find((one) => one.key === key && one.financialYear === year) ?? null;
}

type Lapse = Extract<WorkingOf, { kind: 'lapse' }>;

function lapsingRows(shown: ShownFunding, use: 'planned' | 'could-go', source: string): WorkingRow[] {
  return shown.lapsingParts
    .filter((part) => part.use === use && part.sourceKey === source)
    .map(({ name, kind, month, on, pence, learnerId, teamId }, index) => {
      const what = kind === 'fees' ? `Fee, ${name}` : `Cover, ${name}`;
      const from =
        kind === 'fees'
          ? `falls on ${longDate(on)}; learner register to ${longDate(shown.dataCut)}`
          : `${longMonth(month)}; the plan of Cover to book, trust cost`;
      return moneyRow(`${learnerId ?? teamId ?? ''} ${index}`, what, pence, from);
    });
}

function lapseWorking(shown: ShownFunding, { figure, source }: Lapse): Working | null {
  const { lapsing, yearEnd } = shown.useOrLose;
  if (source === null) {
    const rows = lapsing.map(({ key, name, lastDay, unspentPence }) =>
      moneyRow(key, name, unspentPence, `last day ${longDate(lastDay)}`, {
        kind: 'lapse',
        figure: 'unspent',
        source: key,
      }),
    );
    const sentence = 'What every source with an amount holds unspent and may not be spent later.';
    return sumWorking(`Lost after ${longDate(yearEnd)} if not used`, sentence, rows);
  }
  const one = lapsing.find(({ key }) => key === source);
  return one === undefined ? null : lapseOfSource(shown, figure, one);
}

function lapseOfSource(
  shown: ShownFunding,
  figure: Lapse['figure'],
  one: ShownFunding['useOrLose']['lapsing'][number],
): Working {
  const { key: source, name, amountPence, plannedPence, unspentPence, couldBringForwardPence } = one;
  const year = shown.years[0] ?? null;
  const terms = termsOfSource(shown, source, year);
  const amount = moneyRow(
    'amount',
    `Amount of ${year ?? ''}`,
    amountPence,
    terms === null ? '' : termsInWords(terms),
  );
  switch (figure) {
    case 'amount':
      return sumWorking(`Amount, ${name}`, 'As the trust entered it, with its terms.', [amount]);
    case 'planned':
      return sumWorking(
        `Planned, ${name}`,
        'Each cost stands on the money that lapses first and may pay it, and of that on the most restricted.',
        lapsingRows(shown, 'planned', source),
      );
    case 'unspent':
      return {
        title: `Unspent, ${name}`,
        pence: unspentPence,
        sentence: 'The amount less what is planned on it.',
        rows: [
          amount,
          moneyRow(
            'planned',
            'Planned on it, taken off',
            0 - plannedPence,
            'fees and cover before its last day',
            {
              kind: 'lapse',
              figure: 'planned',
              source,
            },
          ),
        ],
        result: 'Sum',
      };
    case 'could':
      return {
        title: `Could still go on it, ${name}`,
        pence: couldBringForwardPence,
        sentence: `Fees of the ${daysAhead} days after its last day, which could be invoiced before, and never more than is unspent (${poundsAndPence(unspentPence)}).`,
        rows: lapsingRows(shown, 'could-go', source),
        result: 'Result',
      };
  }
}

function sourceLabel(shown: ShownFunding, key: string | null, year: FinancialYear | null): string {
  if (key === null) return 'The trust’s own budget';
  const name = shown.sources.find((one) => one.key === key)?.name ?? key;
  return `${name}, ${year ?? 'awards'}`;
}

const costSources = {
  fees: 'fees as charged, of the learner register and the catalogue',
  cover: 'cover by month, of the plan of Cover to book, trust cost',
} as const;

function fundedWorking(
  shown: ShownFunding,
  { cost, figure }: Extract<WorkingOf, { kind: 'funded' }>,
): Working {
  const rows = shown.fundedParts
    .filter(({ kind, sourceKey }) => {
      const fits = figure === 'total' || (figure === 'funded') === (sourceKey !== null);
      return kind === cost && fits;
    })
    .map(({ year, sourceKey, sourceYear, pence }, index) =>
      moneyRow(
        `${year} ${index}`,
        `${year}: ${sourceLabel(shown, sourceKey, sourceYear)}`,
        pence,
        `${costSources[cost]}, to ${longDate(shown.dataCut)}`,
        sourceKey === null ? null : { kind: 'source', figure: cost, source: sourceKey, year: sourceYear },
      ),
    );
  const titles = { total: 'in all', funded: 'funded', unfunded: 'from the trust’s own budget' } as const;
  const sentence =
    'Costs by the financial year they fall in and the money they stand on; what stands on none is the trust’s own.';
  return sumWorking(`${costKindNames[cost]}, ${titles[figure]}`, sentence, rows);
}

function sourceWorking(
  shown: ShownFunding,
  { figure, source, year }: Extract<WorkingOf, { kind: 'source' }>,
): Working | null {
  const held = shown.bySource.find((one) => one.key === source && one.year === year);
  if (held === undefined) return null;
  const label = sourceLabel(shown, source, year);
  const rows = shown.fundedParts.filter((one) => one.sourceKey === source && one.sourceYear === year);
  const terms = termsOfSource(shown, source, year);
  const detail =
    terms === null ? 'awards accepted, and money agreed on the learner register' : termsInWords(terms);
  if (figure !== 'unspent') {
    const own = rows.filter(({ kind }) => kind === figure);
    const parts = own.map((part, index) =>
      moneyRow(String(index), `${costKindNames[part.kind]} of ${part.year}`, part.pence, detail),
    );
    return sumWorking(`${costKindNames[figure]} paid, ${label}`, 'By the year the cost falls in.', parts);
  }
  const used = rows.reduce((sum, { pence }) => sum + pence, 0);
  const taken = `on ${plural(rows.length, 'kind and year', 'kinds and years')} of cost`;
  return {
    title: `Unspent, ${label}`,
    pence: held.unspentPence,
    sentence: 'What there is less what it pays.',
    rows: [
      moneyRow('amount', 'In all', held.unspentPence + used, detail),
      moneyRow('used', 'Put on fees and cover, taken off', 0 - used, taken),
    ],
    result: 'Sum',
  };
}

/** The working of a pound of a round or a source; `null` where the address names what is not there. */
export function moneyWorking(shown: ShownFunding, of: WorkingOf): Working | null {
  switch (of.kind) {
    case 'accepted':
      return acceptedWorking(shown, of);
    case 'left':
      return leftWorking(shown, of);
    case 'lapse':
      return lapseWorking(shown, of);
    case 'funded':
      return fundedWorking(shown, of);
    case 'source':
      return sourceWorking(shown, of);
    case 'exposure':
    case 'named':
      return null;
  }
}
