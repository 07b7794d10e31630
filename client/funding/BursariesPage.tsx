import './funding.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { SelectField } from '../components/fields.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { dataAge, dayAndMonth, longDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { ExposureView } from './ExposureView.tsx';
import {
  funnelOf,
  percentWhole,
  roundShown,
  uptakeInWords,
  type Funnel,
  type ShownFunding,
} from './funding-model.ts';
import { MoneyView } from './MoneyView.tsx';
import { PeopleView } from './PeopleView.tsx';
import { Pound } from './Pound.tsx';
import { RoundsView } from './RoundsView.tsx';
import { views } from './search.ts';
import { UptakeView } from './UptakeView.tsx';

const route = getRouteApi('/house/bursaries');

/** Bursaries and the other money for courses: uptake, what was left, what lapses, and what could be lost. */
export function BursariesPage(): ReactElement {
  const { data } = useSuspenseQuery(trpc.funding.show.queryOptions());
  const { today } = useSession();
  const { round: asked } = route.useSearch();
  const funnel = funnelOf(data, roundShown(data, asked));
  return (
    <PageFrame
      title="Bursaries"
      meta={
        <>
          Learner register to {longDate(data.dataCut)}, <strong>{dataAge(data.dataCut, today)}</strong>
        </>
      }
    >
      {funnel === null ? <NobodyYet /> : <Shown shown={data} funnel={funnel} />}
    </PageFrame>
  );
}

function NobodyYet(): ReactElement {
  return (
    <EmptyState
      title="Nobody is on the framework yet"
      why="Uptake is counted over learners with the offer of a place, and the register has none."
      action={<ImportsLink>Import the learner sheet</ImportsLink>}
      sample="You will see, for example: “11 of 14 eligible people with a place took up the 2027/28 bursary: 79%. £12,000 was left on the table.”"
    />
  );
}

function Shown({ shown, funnel }: { readonly shown: ShownFunding; readonly funnel: Funnel }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  return (
    <>
      <Answer>{uptakeInWords(funnel)}</Answer>
      <Figures shown={shown} funnel={funnel} />
      <div className="pt-funding__round pt-no-print">
        <SelectField
          label="Round"
          value={funnel.round}
          options={shown.funnel.map(({ round, people }) => ({
            value: round,
            label: `${round} (${plural(people, 'person', 'people')})`,
          }))}
          onChange={(round) => set({ round, working: null })}
        />
      </div>
      <Tabs
        label="What of the money"
        selected={search.view}
        onSelect={(key) => set({ view: views.find((view) => view === key) ?? 'uptake', working: null })}
        tabs={[
          { key: 'uptake', label: 'Uptake', content: <UptakeView shown={shown} funnel={funnel} /> },
          { key: 'people', label: 'People', content: <PeopleView shown={shown} round={funnel.round} /> },
          { key: 'money', label: 'Use it or lose it', content: <MoneyView shown={shown} /> },
          { key: 'exposure', label: 'Exposure', content: <ExposureView shown={shown} /> },
          { key: 'rounds', label: 'Rounds and deadlines', content: <RoundsView shown={shown} /> },
        ]}
      />
    </>
  );
}

function Figures({ shown, funnel }: { readonly shown: ShownFunding; readonly funnel: Funnel }): ReactElement {
  const { uptake, round } = funnel;
  const { useOrLose } = shown;
  const fees = shown.funded.find(({ kind }) => kind === 'fees');
  return (
    <FigureStrip
      label="The answer in four figures"
      figures={[
        {
          label: `Uptake ${round}`,
          value: uptake.uptakeBp === null ? '–' : percentWhole(uptake.uptakeBp),
          note: `${uptake.accepted} of ${uptake.of} eligible with a place`,
        },
        {
          label: 'Left on the table',
          value: <Pound pence={uptake.leftPence} of={{ kind: 'left', round, reason: null }} />,
          note: leftNote(uptake),
        },
        {
          label: `Lost on ${dayAndMonth(useOrLose.yearEnd)} if not used`,
          value:
            useOrLose.lapsing.length === 0 ? (
              '–'
            ) : (
              <Pound pence={useOrLose.unspentPence} of={{ kind: 'lapse', figure: 'unspent', source: null }} />
            ),
          note:
            useOrLose.lapsing.length === 0
              ? 'no amount is entered'
              : `of ${plural(useOrLose.lapsing.length, 'source')} with an amount`,
        },
        {
          label: 'Fees from our own budget',
          value: (
            <Pound
              pence={fees?.unfundedPence ?? 0}
              of={{ kind: 'funded', figure: 'unfunded', cost: 'fees' }}
              isHome={false}
            />
          ),
          note: `of ${pounds(fees?.totalPence ?? 0)}, ${shown.years[0] ?? ''} to ${shown.years.at(-1) ?? ''}${shown.feesNotKnown === 0 ? '' : `; ${plural(shown.feesNotKnown, 'fee')} not known`}`,
        },
      ]}
    />
  );
}

function leftNote({ leftPeople, leftFeesNotKnown }: Funnel['uptake']): string {
  const people = plural(leftPeople, 'person', 'people');
  return leftFeesNotKnown === 0 ? people : `${people}, fee not known of ${leftFeesNotKnown}`;
}
