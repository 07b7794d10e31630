import type { ReactElement } from 'react';
import type { Outputs } from '../app/trpc.ts';
import { Section } from '../components/PageFrame.tsx';
import { longMonth } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { listInWords, plural } from '../format/numbers.ts';

/** What the figures leave out, in sentences; empty when they leave out nothing. */
function gaps({
  summary,
  refused,
  feesNotKnown,
  hoursNotKnown,
}: Outputs['budget']['show']): readonly string[] {
  const { monthsNotKnown, withoutTeam, payeeNotKnown } = summary;
  return [
    ...(monthsNotKnown.length > 0
      ? [
          `No bank shift was imported for ${listInWords(monthsNotKnown.map(longMonth))}: the plan stands in for what was worked.`,
        ]
      : []),
    ...(withoutTeam > 0
      ? [
          `${pounds(withoutTeam)} of shifts for study were worked on units that are no team’s; they have no cost centre.`,
        ]
      : []),
    ...(payeeNotKnown > 0
      ? [
          `${pounds(payeeNotKnown)} of income: nobody has recorded whether it is paid to the trust or to the university. It counts as paid to the trust.`,
        ]
      : []),
    ...(feesNotKnown > 0 ? [`${plural(feesNotKnown, 'fee')} nobody has entered: in no sum.`] : []),
    ...(hoursNotKnown > 0
      ? [`${plural(hoursNotKnown, 'learner')} without agreed hours: their cover is in no sum.`]
      : []),
    ...refused.map(({ team, message }) => `${team}: cover could not be worked out, ${message}.`),
  ];
}

/** What is not known, never read as nothing. */
export function NotKnown({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement | null {
  const found = gaps(shown);
  if (found.length === 0) return null;
  return (
    <Section title="Not known">
      <ul>
        {found.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
