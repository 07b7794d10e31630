import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { lossNames, lossReasons } from '../../shared/funding/award.ts';
import { NotKnown, Suppressed } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { ChoiceField } from '../components/fields.tsx';
import { Section } from '../components/PageFrame.tsx';
import { percentWhole, type Funnel, type ShownFunding } from './funding-model.ts';
import { Pound } from './Pound.tsx';
import { groupings } from './search.ts';
import { WithWorking } from './WithWorking.tsx';
import { moneyWorking } from './working.ts';

const route = getRouteApi('/house/bursaries');

type UptakeViewProps = { readonly shown: ShownFunding; readonly funnel: Funnel };

/** How far people came in each round, how money was lost, and uptake by group. */
export function UptakeView({ shown, funnel }: UptakeViewProps): ReactElement {
  return (
    <>
      <Section title="How far people came">
        <p>Press any pound to see how it was made: parts, formula, source and date.</p>
        <WithWorking kinds={['accepted', 'left']} workingOf={(of) => moneyWorking(shown, of)}>
          <FunnelTable shown={shown} />
          <Section title={`Left on the table and lost in ${funnel.round}`}>
            <LossTable funnel={funnel} />
          </Section>
        </WithWorking>
      </Section>
      <Section title="Uptake by group, all rounds together">
        <Groups shown={shown} />
      </Section>
    </>
  );
}

function FunnelTable({ shown }: { readonly shown: ShownFunding }): ReactElement {
  return (
    <DataTable<Funnel>
      caption="Bursary funnel by round"
      note="People; a step counts everybody who took it, also who was lost later"
      rows={shown.funnel}
      rowKey={({ round }) => round}
      csvName="bursary-funnel.csv"
      csv={{
        headings: [
          'Round',
          'On the register',
          'Eligible',
          'Applied',
          'Offered',
          'Accepted',
          'Paid',
          ...lossReasons.map((reason) => lossNames[reason]),
          'Accepted, pounds',
        ],
        rows: shown.funnel.map((one) => [
          one.round,
          one.people,
          one.eligible,
          one.applied,
          one.offered,
          one.accepted,
          one.paid,
          ...lossReasons.map((reason) => one.lost[reason]),
          one.acceptedPence / 100,
        ]),
      }}
      columns={[
        { key: 'round', label: 'Round', value: ({ round }) => round, oneLine: true },
        { key: 'people', label: 'On the register', numeric: true, value: ({ people }) => people },
        { key: 'eligible', label: 'Eligible', numeric: true, value: ({ eligible }) => eligible },
        { key: 'applied', label: 'Applied', numeric: true, value: ({ applied }) => applied },
        { key: 'offered', label: 'Offered', numeric: true, value: ({ offered }) => offered },
        { key: 'accepted', label: 'Accepted', numeric: true, value: ({ accepted }) => accepted },
        { key: 'paid', label: 'Paid', numeric: true, value: ({ paid }) => paid },
        {
          key: 'pounds',
          label: 'Awards accepted',
          numeric: true,
          value: ({ acceptedPence }) => acceptedPence / 100,
          cell: ({ acceptedPence, round }) => (
            <Pound pence={acceptedPence} of={{ kind: 'accepted', round }} />
          ),
        },
        {
          key: 'lost',
          label: 'Lost',
          numeric: true,
          value: ({ lost }) => lossReasons.reduce((sum, reason) => sum + lost[reason], 0),
        },
        {
          key: 'uptake',
          label: 'Uptake',
          numeric: true,
          value: ({ uptake }) => uptake.uptakeBp,
          cell: ({ uptake }) =>
            uptake.uptakeBp === null
              ? '–'
              : `${percentWhole(uptake.uptakeBp)} (${uptake.accepted} of ${uptake.of})`,
        },
      ]}
    />
  );
}

function LossTable({ funnel }: { readonly funnel: Funnel }): ReactElement {
  const { uptake } = funnel;
  return (
    <DataTable
      caption="Why money was lost"
      note="Pounds only where the person was eligible, had a place, and could have had the money"
      rows={uptake.losses}
      rowKey={({ reason }) => reason}
      csvName="bursary-losses.csv"
      foot={footOf(uptake)}
      columns={[
        { key: 'reason', label: 'Reason', value: ({ reason }) => lossNames[reason] },
        { key: 'people', label: 'People', numeric: true, value: ({ people }) => people },
        {
          key: 'pounds',
          label: 'Fees',
          numeric: true,
          value: ({ pence }) => (pence === null ? null : pence / 100),
          cell: (loss) => feesOf(loss, funnel.round),
        },
      ]}
    />
  );
}

/** A fee that nobody entered is not known, not nothing. */
function feesOf(
  { pence, people, feesNotKnown, reason }: Funnel['uptake']['losses'][number],
  round: Funnel['round'],
): ReactNode {
  if (pence === null) return 'not counted';
  return people > 0 && feesNotKnown === people ? (
    <NotKnown what="fee not known" />
  ) : (
    <Pound pence={pence} of={{ kind: 'left', round, reason }} />
  );
}

function footOf({
  open,
  notRecorded,
  eligibilityNotKnown,
  leftFeesNotKnown,
  lostNotCounted,
}: Funnel['uptake']): string {
  return [
    open === 0 ? '' : `${open} still waiting.`,
    notRecorded === 0 ? '' : `Of ${notRecorded} eligible with a place nothing is recorded.`,
    eligibilityNotKnown === 0 ? '' : `Whether ${eligibilityNotKnown} more are eligible is not known.`,
    lostNotCounted === 0
      ? ''
      : `${lostNotCounted} more were late, did not apply or declined without a place, or against the rules.`,
    leftFeesNotKnown === 0 ? '' : `The fee of ${leftFeesNotKnown} is not known and in no pound.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const groupLabels = { profession: 'Profession', band: 'Band', site: 'Site' } as const;

function Groups({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { by } = search;
  return (
    <>
      <ChoiceField
        legend="Uptake by"
        value={by}
        options={groupings.map((value) => ({ value, label: groupLabels[value] }))}
        onChange={(next) =>
          void navigate({ search: { ...search, by: next }, replace: true, resetScroll: false })
        }
      />
      <DataTable
        caption={`Uptake by ${groupLabels[by].toLowerCase()}`}
        note="Counts under 5 are hidden, and others with which they could be worked out; the site is level 4 of the staff file"
        rows={shown.groups[by]}
        rowKey={({ group }) => group ?? 'not known'}
        csvName={`bursary-uptake-by-${by}.csv`}
        empty="Nobody is known to be eligible with a place."
        columns={[
          { key: 'group', label: groupLabels[by], value: ({ group }) => group ?? 'Not known' },
          {
            key: 'people',
            label: 'Eligible with a place',
            numeric: true,
            value: ({ people }) => people,
            cell: ({ people }) => (people === null ? <Suppressed /> : people),
          },
          {
            key: 'accepted',
            label: 'Accepted',
            numeric: true,
            value: ({ accepted }) => accepted,
            cell: ({ accepted, people }) =>
              accepted === null ? people === null ? '–' : <Suppressed /> : accepted,
          },
          {
            key: 'uptake',
            label: 'Uptake',
            numeric: true,
            value: ({ uptakeBp }) => (uptakeBp === null ? null : uptakeBp / 100),
            cell: ({ uptakeBp }) => (uptakeBp === null ? '–' : percentWhole(uptakeBp)),
          },
        ]}
      />
    </>
  );
}
