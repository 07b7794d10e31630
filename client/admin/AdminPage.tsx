import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMay, useSession } from '../app/session.ts';
import { PageFrame } from '../components/PageFrame.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { AuditLog } from './AuditLog.tsx';
import { UsersTable } from './UsersTable.tsx';

const route = getRouteApi('/house/admin');

/** Users with their roles, and the audit log. The server refuses everybody but the administrator, whatever this shows. */
export function AdminPage(): ReactElement {
  return useMay('admin.users') ? <Administration /> : <NotForYou />;
}

function NotForYou(): ReactElement {
  const { roleName } = useSession();
  return (
    <PageFrame title="Your role cannot open this">
      <p>
        You are signed in as {roleName}. Users, roles and the audit log are for the administrator of the
        trust.
      </p>
    </PageFrame>
  );
}

function Administration(): ReactElement {
  const { tab, before } = route.useSearch();
  const navigate = route.useNavigate();
  const { trust } = useSession();
  return (
    <PageFrame title="Admin" meta={`${trust.name}: who may do what, and who did what`}>
      <Tabs
        label="Users and audit log"
        selected={tab}
        onSelect={(key) => void navigate({ search: { tab: key === 'audit' ? 'audit' : 'users', before: 0 } })}
        tabs={[
          { key: 'users', label: 'Users and roles', content: <UsersTable /> },
          {
            key: 'audit',
            label: 'Audit log',
            content: (
              <AuditLog
                before={before}
                onPage={(next) => void navigate({ search: { tab: 'audit', before: next } })}
              />
            ),
          },
        ]}
      />
    </PageFrame>
  );
}
