import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { roleNames } from '../../shared/access/roles.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Loading } from '../components/Loading.tsx';
import { seesInWords } from './access-words.ts';
import { EditAccess } from './EditAccess.tsx';

/** The people of the trust, what each may do and what of it each sees. */
export function UsersTable(): ReactElement {
  const { data, error } = useQuery(trpc.admin.users.queryOptions());
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Reading the users" />;
  return (
    <>
      <DataTable
        caption="Users and roles"
        note="One role for each person in this trust"
        rows={data.users}
        rowKey={(user) => user.id}
        columns={[
          { key: 'name', label: 'Name', value: (user) => user.name, sortable: true },
          { key: 'role', label: 'Role', value: (user) => roleNames[user.role], sortable: true },
          { key: 'sees', label: 'Sees', value: seesInWords },
          {
            key: 'state',
            label: 'State',
            value: (user) => (user.disabled ? 'Cannot sign in' : 'May sign in'),
          },
        ]}
        empty="Nobody belongs to this trust yet."
      />
      <Disclosure look="boxed" summary="Change what somebody may do and see">
        <EditAccess users={data.users} divisions={data.divisions} />
      </Disclosure>
    </>
  );
}
