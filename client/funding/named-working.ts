import { longDate } from '../format/dates.ts';
import { poundsAndPence } from '../format/money.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import type { ShownExposure } from './funding-model.ts';
import type { WorkingOf } from './working-key.ts';
import { moneyRow, stepRow, sumWorking, type Working } from './working.ts';

type Named = Extract<WorkingOf, { kind: 'named' }>['figure'];

/** An average: a sum over how many, rounded once to a penny. */
function averageWorking(
  title: string,
  pence: number,
  of: readonly [number, number],
  words: readonly [string, string],
): Working {
  const [sum, count] = of;
  return {
    title,
    pence,
    sentence: 'The average, rounded once to a penny, half up.',
    rows: [
      moneyRow('sum', words[0], sum, words[1]),
      stepRow('count', '÷ stages', formatNumber(count), 'on a course or planned for one'),
    ],
    result: 'Result',
  };
}

/** The working of a pound of what a person named costs; `null` where no fee is known. */
export function namedWorking(exposed: ShownExposure, figure: Named): Working | null {
  const { perNamed, cost, costBasis, dataCut, namedBy } = exposed;
  if (perNamed === null || perNamed.perPersonPence === null || cost === null || costBasis === null)
    return null;
  const { expectedCostPence, people, named, perPersonPence } = perNamed;
  const from = `register to ${longDate(dataCut)}`;
  const lead = (next: Named): WorkingOf => ({ kind: 'named', figure: next });
  const spent = moneyRow('spent', 'Spent already', cost.spentPence, 'stages begun', lead('spent'));
  switch (figure) {
    case 'each':
      return {
        title: `Each person named for the first time by ${longDate(namedBy)}`,
        pence: perPersonPence,
        sentence:
          'Expected cost of all stages of the people ÷ how many of the same people are named, in any role.',
        rows: [
          moneyRow(
            'cost',
            'All their stages, as expected',
            expectedCostPence,
            `${plural(people, 'person', 'people')}; ${from}`,
            lead('cost'),
          ),
          stepRow(
            'named',
            '÷ named, as expected',
            formatNumber(named.mean, 3),
            'the mean of the forecast; its rates are on Assumptions',
          ),
        ],
        result: 'Result',
      };
    case 'cost':
      return {
        title: 'All their stages, as expected',
        pence: expectedCostPence,
        sentence:
          'What was spent, what is left of the present stage, and each next stage × the chance to pass and go on to it, averaged over the ways the rates of the forecast can lie.',
        rows: [
          spent,
          moneyRow(
            'ahead',
            'Still to come, as expected',
            expectedCostPence - cost.spentPence,
            'present and later stages, at the averages below × their chances',
          ),
          stepRow('fees', 'One stage, fees', poundsAndPence(cost.stageFeesPence), 'net of awards'),
          stepRow('cover', 'One stage, cover', poundsAndPence(cost.stageCoverPence), 'trust cost'),
        ],
        result: 'Result',
      };
    case 'spent':
      return sumWorking(
        'Spent already',
        'Fees of every stage they began, and the cover of those they are on.',
        [
          moneyRow('fees', 'Fees, net of awards', costBasis.spentFeesPence, `learner ${from}`),
          moneyRow(
            'cover',
            'Cover so far',
            costBasis.spentCoverPence,
            'weeks gone by, as planned, trust cost',
          ),
        ],
      );
    case 'stage-fees':
      return averageWorking(
        'One stage, fees',
        cost.stageFeesPence,
        [costBasis.feesPence, costBasis.feesOf],
        ['Fees of stages, net of awards', `fees entered; learner ${from}`],
      );
    case 'stage-cover':
      return averageWorking(
        'One stage, cover',
        cost.stageCoverPence,
        [costBasis.coverPence, costBasis.coverOf],
        ['Cover of stages with agreed hours', `the plan of Cover to book, trust cost; ${from}`],
      );
  }
}
