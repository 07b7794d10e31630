import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { isRole, roleNames } from '../../shared/access/roles.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Loading } from '../components/Loading.tsx';
import { Actions } from '../components/Panel.tsx';
import { dateAndTime } from '../format/dates.ts';
import { actionInWords } from './action-in-words.ts';

type Line = Outputs['admin']['audit']['entries'][number];

type AuditLogProps = {
  /** Entries from just below this one; 0 for the newest. */
  readonly before: number;
  readonly onPage: (before: number) => void;
};

/** Who did what and when, newest first, fifty at a time. The log is never changed, only added to. */
export function AuditLog({ before, onPage }: AuditLogProps): ReactElement {
  const { data, error } = useQuery(trpc.admin.audit.queryOptions({ before: before === 0 ? null : before }));
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Reading the audit log" />;
  const { next } = data;
  return (
    <>
      <DataTable
        caption="Audit log"
        note="Newest first, times in London. Entries are added and never changed."
        rows={data.entries}
        rowKey={(line) => String(line.seq)}
        csvName="audit-log.csv"
        columns={[
          { key: 'seq', label: 'Entry', numeric: true, value: (line) => line.seq },
          {
            key: 'at',
            label: 'When',
            value: (line) => line.at,
            cell: (line) => dateAndTime(line.at),
            oneLine: true,
          },
          { key: 'who', label: 'Who', value: (line) => line.who ?? 'The system', oneLine: true },
          { key: 'role', label: 'Role', value: roleOf },
          { key: 'action', label: 'What', value: (line) => actionInWords(line.action), oneLine: true },
          { key: 'entity', label: 'On', value: (line) => line.entity },
          { key: 'version', label: 'Version', numeric: true, value: versionOf },
        ]}
        empty="Nothing has been done in this trust yet."
      />
      <Actions>
        {before === 0 ? null : (
          <Button kind="secondary" onClick={() => onPage(0)}>
            Newest entries
          </Button>
        )}
        {next === null ? null : (
          <Button kind="secondary" onClick={() => onPage(next)}>
            Older entries
          </Button>
        )}
      </Actions>
    </>
  );
}

function roleOf({ role }: Line): string {
  return isRole(role) ? roleNames[role] : role;
}

function versionOf({ versionBefore, versionAfter }: Line): string | null {
  if (versionAfter === null) return null;
  return versionBefore === null ? String(versionAfter) : `${versionBefore} to ${versionAfter}`;
}
