import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Answer } from '../components/Answer.tsx';
import { ChoiceField, TextField } from '../components/fields.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { longDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { chance } from '../format/shares.ts';
import type { ShownExposure } from './funding-model.ts';
import { Pound } from './Pound.tsx';
import type { WorkingOf } from './working-key.ts';

const route = getRouteApi('/house/bursaries');

const spans = [12, 24, 36, 48, 60] as const;

type Priced = NonNullable<ShownExposure['perNamed']>;

/** Pence to the nearest £100: more figures would promise too much. */
function roughly(pence: number): string {
  return pounds(Math.round(pence / 10_000) * 10_000);
}

function rangeInWords({ p10, p90, chanceOfNobody }: Priced): string {
  const top = p90 === null ? 'beyond any price, since it may be that nobody is named' : roughly(p90);
  const bottom = p10 === null ? 'not known' : roughly(p10);
  const nobody =
    chanceOfNobody >= 0.005 ? ` The chance that nobody is named is ${chance(chanceOfNobody)}.` : '';
  return `80% range ${bottom} to ${top}: of cost and people together, since the same rates make both.${nobody}`;
}

/** What one person named for the first time costs, and another way to come by one beside it. */
export function CostPerNamed({ exposed }: { readonly exposed: ShownExposure }): ReactElement {
  const { perNamed, namedBy, cost } = exposed;
  if (perNamed === null || cost === null || perNamed.perPersonPence === null)
    return <p>Not known: no fee is entered of anybody who is on a course or planned for one.</p>;
  const { people, expectedCostPence, named, perPersonPence } = perNamed;
  const of = (figure: Extract<WorkingOf, { kind: 'named' }>['figure']): WorkingOf => ({
    kind: 'named',
    figure,
  });
  return (
    <>
      <NamedWithin />
      <Answer>
        About {roughly(perPersonPence)} for each person named for the first time by {longDate(namedBy)}, in
        any role.
      </Answer>
      <p>
        {rangeInWords(perNamed)} <strong>This is not what the programme caused:</strong> some of these people
        would be named without it.
      </p>
      <p>
        The same {people} people over the same time: the cost of all their stages as expected, with what was
        spent already, over about {formatNumber(named.mean, 1)} of them who are named by then (80% range{' '}
        {named.p10} to {named.p90}).
      </p>
      <FigureStrip
        label="Cost per person named"
        figures={[
          {
            label: 'Each person named',
            value: <Pound pence={perPersonPence} of={of('each')} text={roughly(perPersonPence)} />,
          },
          {
            label: 'All their stages',
            value: <Pound pence={expectedCostPence} of={of('cost')} />,
            note: 'as expected',
          },
          {
            label: 'One stage, fees',
            value: <Pound pence={cost.stageFeesPence} of={of('stage-fees')} />,
            note: 'net of awards',
          },
          { label: 'One stage, cover', value: <Pound pence={cost.stageCoverPence} of={of('stage-cover')} /> },
        ]}
      />
      <Comparator perPersonPence={perPersonPence} />
    </>
  );
}

/** How far ahead somebody is named; kept in the address. */
function NamedWithin(): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChoiceField
      legend="Named within"
      value={String(search.months)}
      options={spans.map((months) => ({ value: String(months), label: plural(months / 12, 'year') }))}
      onChange={(value) => {
        const months = spans.find((one) => String(one) === value) ?? 36;
        void navigate({ search: { ...search, months }, replace: true, resetScroll: false });
      }}
    />
  );
}

/** Another way to come by an investigator, with where its price is from; kept in the address, and nowhere else. */
function Comparator({ perPersonPence }: { readonly perPersonPence: number }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  const { against, pounds: typed, from } = search;
  const difference = typed === null ? null : typed * 100 - perPersonPence;
  return (
    <>
      <h3>Beside another way</h3>
      <div className="pt-funding__fields pt-no-print">
        <TextField
          label="Another way"
          hint="Recruiting an investigator, for example"
          value={against}
          onChange={(next) => set({ against: next.slice(0, 80) })}
        />
        <NumberField
          label="Pounds for each person"
          value={typed}
          min={0}
          max={10_000_000}
          buttons={false}
          onChange={(next) => set({ pounds: next })}
          onEmpty={() => set({ pounds: null })}
        />
        <TextField
          label="Where the figure is from"
          value={from}
          onChange={(next) => set({ from: next.slice(0, 160) })}
        />
      </div>
      {typed === null || difference === null ? null : (
        <p>
          {against === '' ? 'The other way' : against}: {pounds(typed * 100)} each
          {from === '' ? ', source not given' : ` (${from})`}, {roughly(Math.abs(difference))}{' '}
          {difference >= 0 ? 'more' : 'less'} than the middle above.
        </p>
      )}
    </>
  );
}
