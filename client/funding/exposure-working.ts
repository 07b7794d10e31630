import { nameOfParameter } from '../../shared/parameters/parameter-names.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { knownOn } from '../../shared/parameters/value-on.ts';
import { valueInWords } from '../../shared/parameters/value-words.ts';
import { leavingCodes, qualifications } from '../../shared/pipeline/default-rates.ts';
import { longDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import type { ShownExposure, ShownFunding } from './funding-model.ts';
import { namedWorking } from './named-working.ts';
import type { ExposureFigure, WorkingOf } from './working-key.ts';
import { moneyRow, stepRow, sumWorking, type Working, type WorkingRow } from './working.ts';

/** Everything a pound of the exposure is made from. */
export type ExposureFacts = {
  readonly exposed: ShownExposure;
  readonly shown: Pick<ShownFunding, 'cases'>;
  readonly set: ParameterSet;
};

type Person = ShownExposure['exposure']['each'][number];
type Basis = ShownExposure['bases'][string];

const titles: Readonly<Record<ExposureFigure, string>> = {
  fees: 'Fees we paid',
  cover: 'Cover so far',
  back: 'Could be asked back',
  most: 'The most we could lose',
  expected: 'What we expect to lose',
  spent: 'Spent so far',
};

const sentences: Readonly<Record<ExposureFigure, string>> = {
  fees: 'The fee of everybody on a course or owing service, less what was awarded.',
  cover: 'Cover of the weeks gone by, of everybody on a course or owing service, as planned.',
  back: 'Fees we paid × the share the agreement lets us ask back.',
  most: 'Fees we paid and cover so far, less what could be asked back, if nobody finished or stayed.',
  expected: 'The most of each person × the chance of it, by the rates of the plan. Never added to the most.',
  spent: 'Fees we paid and cover so far, of everybody on a course or owing service.',
};

const pencesOf: Readonly<Record<ExposureFigure, (one: Person) => number>> = {
  fees: ({ feesPence }) => feesPence,
  cover: ({ coverPence }) => coverPence,
  back: ({ recoverablePence }) => recoverablePence,
  most: ({ mostPence }) => mostPence,
  expected: ({ expectedPence }) => expectedPence,
  spent: ({ feesPence, coverPence }) => feesPence + coverPence,
};

/** The person's own sum in a few words, for the line of a total. */
function sumInWords(figure: ExposureFigure, one: Person): string {
  const { feesPence, coverPence, recoverablePence, mostPence, recoverableBp, lossBp } = one;
  switch (figure) {
    case 'fees':
    case 'cover':
      return '';
    case 'back':
      return `${pounds(feesPence)} × ${percent(recoverableBp ?? 0)}`;
    case 'most':
      return `${pounds(feesPence)} + ${pounds(coverPence)} − ${pounds(recoverablePence)}`;
    case 'expected':
      return `${pounds(mostPence)} × ${percent(lossBp)}`;
    case 'spent':
      return `${pounds(feesPence)} + ${pounds(coverPence)}`;
  }
}

function nameOf({ shown }: ExposureFacts, learnerId: string): string {
  return shown.cases.find((one) => one.learnerId === learnerId)?.name ?? 'Learner';
}

function totalWorking(facts: ExposureFacts, figure: ExposureFigure): Working {
  const rows = facts.exposed.exposure.each.map((one) =>
    moneyRow(one.learnerId, nameOf(facts, one.learnerId), pencesOf[figure](one), sumInWords(figure, one), {
      kind: 'exposure',
      figure,
      learnerId: one.learnerId,
    }),
  );
  return sumWorking(titles[figure], sentences[figure], rows);
}

function feeRows({ exposed }: ExposureFacts, one: Person, basis: Basis): readonly WorkingRow[] {
  const from = `learner register to ${longDate(exposed.dataCut)}`;
  if (basis.feePence === null) return [stepRow('fee', 'Fee', 'Not known', `nobody entered it; ${from}`)];
  const less = basis.feePence - one.feesPence;
  const [label, detail] = basis.invoiced
    ? ['Awarded, taken off', 'awards accepted, or else the funding of the learner register']
    : ['Not invoiced yet, taken off', 'the course has not begun'];
  return [
    moneyRow('fee', 'Fee', basis.feePence, from),
    ...(less === 0 ? [] : [moneyRow('less', label, 0 - less, detail)]),
  ];
}

function coverRow({ exposed }: ExposureFacts, one: Person): WorkingRow {
  const detail = `the learner’s weeks to ${longDate(exposed.dataCut)}, as planned in Cover to book, trust cost`;
  return moneyRow('cover', 'Cover so far', one.coverPence, detail);
}

function backRows(one: Person, { returnMonths, servedMonths }: Basis): readonly WorkingRow[] {
  const share =
    returnMonths === null
      ? 'no return of service is agreed'
      : servedMonths === 0
        ? `all of it until the ${plural(returnMonths, 'month')} of return of service begin; the learner’s agreement`
        : `${returnMonths} − ${servedMonths} of ${plural(returnMonths, 'month')} of return of service; the learner’s agreement`;
  return [
    moneyRow('fees', 'Fees we paid', one.feesPence, 'the fee less what was awarded', {
      kind: 'exposure',
      figure: 'fees',
      learnerId: one.learnerId,
    }),
    stepRow('share', '× share that may be asked back', percent(one.recoverableBp ?? 0), share),
  ];
}

/** The rows of the assumptions behind the chance of a loss, each with its source and from when. */
function rateRows({ exposed, set }: ExposureFacts, { loss, staffGroup }: Basis): readonly WorkingRow[] {
  if (loss.kind === 'gone') return [];
  const qualification = loss.kind === 'course' ? qualifications[loss.stage - 1] : undefined;
  const ofStage =
    qualification === undefined
      ? []
      : [`PIPELINE_WITHDRAW_${qualification}`, `PIPELINE_INTERRUPT_${qualification}`, 'PIPELINE_RETURN'];
  const leaving = staffGroup === null ? [] : [`PIPELINE_${leavingCodes[staffGroup]}`];
  return [...ofStage, ...leaving].flatMap((code) => {
    const row = knownOn(set, code, exposed.dataCut);
    if (row === null) return [];
    const detail = `${row.source}, from ${longDate(row.effectiveFrom)} (${row.status})`;
    return [stepRow(code, nameOfParameter(code) ?? code, valueInWords(row, row.value), detail)];
  });
}

/** "1 − 84.3% to pass × 99.4% to stay each month for 7 months". */
function chanceInSteps({ loss }: Basis): string {
  if (loss.kind === 'gone') return 'not in post: taken for lost';
  const stays = `${percentOf(1 - loss.leaveMonthly)} to stay each month, for ${plural(loss.monthsLeft, 'month')}`;
  if (loss.kind === 'service') return `1 − ${stays}`;
  const { interrupted, complete, interrupt, returns } = loss;
  const back = `${percentOf(returns)} to return × ${percentOf(complete)} to complete`;
  const passes = interrupted
    ? back
    : `(${percentOf(complete)} to complete + ${percentOf(interrupt)} to interrupt × ${back})`;
  return `1 − ${passes} × ${stays}`;
}

function percentOf(share: number): string {
  return `${formatNumber(share * 100, 2)}%`;
}

function personRows(
  facts: ExposureFacts,
  figure: ExposureFigure,
  one: Person,
  basis: Basis,
): readonly WorkingRow[] {
  const { learnerId } = one;
  switch (figure) {
    case 'fees':
      return feeRows(facts, one, basis);
    case 'cover':
      return [coverRow(facts, one)];
    case 'back':
      return backRows(one, basis);
    case 'spent':
      return [...feeRows(facts, one, basis), coverRow(facts, one)];
    case 'most':
      return [
        ...feeRows(facts, one, basis),
        coverRow(facts, one),
        moneyRow('back', 'Could be asked back, taken off', 0 - one.recoverablePence, 'by the agreement', {
          kind: 'exposure',
          figure: 'back',
          learnerId,
        }),
      ];
    case 'expected':
      return [
        moneyRow(
          'most',
          'The most we could lose',
          one.mostPence,
          'fees and cover less what could be asked back',
          {
            kind: 'exposure',
            figure: 'most',
            learnerId,
          },
        ),
        stepRow('chance', '× chance of it', percent(one.lossBp), chanceInSteps(basis)),
        ...rateRows(facts, basis),
      ];
  }
}

function personWorking(facts: ExposureFacts, figure: ExposureFigure, learnerId: string): Working | null {
  const one = facts.exposed.exposure.each.find((each) => each.learnerId === learnerId);
  const basis = facts.exposed.bases[learnerId];
  if (one === undefined || basis === undefined) return null;
  return {
    title: `${titles[figure]}, ${nameOf(facts, learnerId)}`,
    pence: pencesOf[figure](one),
    sentence: sentences[figure],
    rows: personRows(facts, figure, one, basis),
    result: figure === 'back' || figure === 'expected' ? 'Result' : 'Sum',
  };
}

/** The working of a pound of what could be lost, or of a person named; `null` where the address names what is not there. */
export function exposureWorking(facts: ExposureFacts, of: WorkingOf): Working | null {
  if (of.kind === 'named') return namedWorking(facts.exposed, of.figure);
  if (of.kind !== 'exposure') return null;
  return of.learnerId === null
    ? totalWorking(facts, of.figure)
    : personWorking(facts, of.figure, of.learnerId);
}
