import type { ReactElement } from 'react';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { RungPrice } from '../../shared/scenario/team-choices.ts';
import type { Outputs } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { poundsAndPence } from '../format/money.ts';
import { percent } from '../format/shares.ts';
import { rungNames } from './rung-names.ts';
import { termsInWords } from './setting-words.ts';

type RungPricesProps = { readonly shown: Outputs['backfill']['team']; readonly basis: CostBasis };

/** The order of the policy, then the rungs that are not used. */
function inOrder({ policy, choices }: RungPricesProps['shown']): readonly RungPrice[] {
  const used = (policy.value?.rungs ?? []).map(({ rung }) => rung);
  const place = (price: RungPrice): number => {
    const at = used.indexOf(price.rung);
    return at < 0 ? used.length : at;
  };
  return [...choices.prices].sort((a, b) => place(a) - place(b));
}

/** "£19.97 + £3.00 + …": how a price is made. */
function termsOf({ rate, typed, refusal }: RungPrice): string {
  if (rate === null) return refusal?.message ?? '';
  if (typed) return 'Typed by the trust';
  return rate.lines
    .filter(({ pence }) => pence !== 0)
    .map(({ label, pence }) => `${label} ${poundsAndPence(pence)}`)
    .join(' + ');
}

function RungWithTerms(row: RungPrice): ReactElement {
  return (
    <>
      {rungNames[row.rung]}
      <span className="pt-meta pt-table__note">{termsOf(row)}</span>
    </>
  );
}

/** What an hour of every rung costs this team, with the terms it is made of. */
export function RungPrices({ shown, basis }: RungPricesProps): ReactElement {
  const shareOf = ({ rung }: RungPrice): number | null => {
    if (shown.policy.value === null) return rung === 'planned-bank' ? 10_000 : null;
    return shown.policy.value.rungs.find((one) => one.rung === rung)?.shareBp ?? null;
  };
  return (
    <DataTable<RungPrice>
      caption={`The ladder of ${shown.team}, an hour of each rung in ${shown.choices.year}`}
      note={`${basis === 'trust' ? 'Trust cost' : 'Whole-NHS cost'}; as they stand on the data day, ${termsInWords(shown.policy.value)}`}
      rows={inOrder(shown)}
      rowKey={({ rung }) => rung}
      csvName="ladder-prices.csv"
      csv={{
        headings: ['Rung', 'Takes of what is open', 'Pounds an hour', 'Made of'],
        rows: inOrder(shown).map((row) => {
          const share = shareOf(row);
          return [
            rungNames[row.rung],
            share === null ? null : share / 10_000,
            row.rate === null ? null : row.rate.pence / 100,
            termsOf(row),
          ];
        }),
      }}
      foot="An extra shift bears full National Insurance; a new post uses the threshold once. 1 programmed activity is 4 hours. Agency is off unless the policy turns it on. Overtime carries no supplement and takes the place of unsocial hours."
      columns={[
        {
          key: 'rung',
          label: 'Rung and what its price is made of',
          value: ({ rung }) => rungNames[rung],
          cell: RungWithTerms,
        },
        {
          key: 'share',
          label: 'Takes of what is open',
          numeric: true,
          value: (row) => {
            const share = shareOf(row);
            return share === null ? null : share / 10_000;
          },
          cell: (row) => {
            const share = shareOf(row);
            return share === null ? 'not used' : percent(share);
          },
        },
        {
          key: 'price',
          label: 'An hour',
          numeric: true,
          value: ({ rate }) => (rate === null ? null : rate.pence / 100),
          cell: ({ rate }) => (rate === null ? 'none' : poundsAndPence(rate.pence)),
        },
      ]}
    />
  );
}
