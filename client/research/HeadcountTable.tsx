import type { ReactElement } from 'react';
import { coverageWords } from '../../shared/research/coverage.ts';
import { delegationRoles } from '../../shared/research/delegation.ts';
import type { HeadcountRow } from '../../shared/research/headcount.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { shortRoleNames, type ShownResearch } from './research-model.ts';

type Row = HeadcountRow & { readonly label: string; readonly total: number };

const columns: readonly DataColumn<Row>[] = [
  { key: 'group', label: 'Staff group', value: ({ label }) => label },
  ...delegationRoles.map((role): DataColumn<Row> => ({
    key: role,
    label: shortRoleNames[role],
    numeric: true,
    value: ({ byRole }) => byRole[role],
  })),
  { key: 'total', label: 'People', numeric: true, value: ({ total }) => total },
];

/** Everybody named on the day, once, in the highest role they hold. */
export function HeadcountTable({ shown }: { readonly shown: ShownResearch }): ReactElement {
  const { groups, all, notInPost } = shown.headcount;
  const rows: readonly Row[] = [
    ...groups.map((group) => ({ ...group, label: group.staffGroup })),
    { ...all, label: 'All staff groups' },
  ];
  const apart =
    notInPost === 0
      ? ''
      : ` Counted apart: ${plural(notInPost, 'person', 'people')} on a log and in no post on the day.`;
  return (
    <DataTable
      caption="Research-active people"
      note={`On ${longDate(shown.dataCut)}, people in post, each counted once in the highest role held; ${coverageWords(shown.coverage)}`}
      columns={columns}
      rows={rows}
      rowKey={({ label }) => label}
      rowKind={({ label }) => (label === 'All staff groups' ? 'total' : 'plain')}
      csvName="research-active-people.csv"
      foot={`“Named” is read from delegation logs alone: people on studies whose log is not held are not known, and not here.${apart}`}
    />
  );
}
