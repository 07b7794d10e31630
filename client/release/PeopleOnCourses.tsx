import type { ReactElement } from 'react';
import { NotKnown } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { plural } from '../format/numbers.ts';
import { keptToManyInWords } from '../format/promise.ts';
import type { ShownTeam } from './team-view.ts';

/** Who of the team is on a course now or promised a place. Names stay on this page: never in an address or a CSV. */
export function PeopleOnCourses({ team }: { readonly team: ShownTeam }): ReactElement {
  const { people, kept } = team;
  const unknown = people.filter(({ hoursNotKnown }) => hoursNotKnown).length;
  return (
    <Disclosure look="ruled" summary={`On a course now, or promised a place (${people.length})`}>
      {people.length === 0 ? null : <p>{keptToManyInWords(kept)}</p>}
      {unknown === 0 ? null : (
        <p>
          The release hours of {plural(unknown, 'person is', 'people are')} not known: they are in no sum.
        </p>
      )}
      <DataTable
        caption="Learners of this team"
        columns={[
          { key: 'name', label: 'Name', value: ({ name }) => name },
          { key: 'programme', label: 'Programme', value: ({ programme }) => programme },
          { key: 'status', label: 'Status', value: ({ status }) => status },
          {
            key: 'hours',
            label: 'Release hours',
            value: ({ hoursNotKnown }) => (hoursNotKnown ? null : 'agreed'),
            cell: ({ hoursNotKnown }) => (hoursNotKnown ? <NotKnown what="hours not known" /> : 'agreed'),
          },
        ]}
        rows={people}
        rowKey={({ learnerId }) => learnerId}
        empty="Nobody in this team is on a course or promised a place."
      />
    </Disclosure>
  );
}
