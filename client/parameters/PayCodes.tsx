import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { trpc } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';

/** Pay codes of the staff file that no pay table holds, with whom they affect. */
export function PayCodes(): ReactElement {
  const { data } = useSuspenseQuery(trpc.parameters.payCodes.queryOptions());
  const { posts, unknown, dataCut } = data;
  return (
    <Section title="Pay codes we cannot cost">
      {unknown.length > 0 ? (
        <DataTable
          caption="Pay codes in no table"
          note={`Staff file of ${longDate(dataCut)}. What rests on the pay of these people is not known; it is never read as nothing.`}
          rows={unknown}
          rowKey={({ payScale }) => payScale}
          csvName="unknown-pay-codes.csv"
          columns={[
            { key: 'code', label: 'Pay code', value: ({ payScale }) => payScale },
            { key: 'people', label: 'People', numeric: true, value: ({ people }) => people },
            { key: 'posts', label: 'Posts', numeric: true, value: ({ posts: held }) => held },
          ]}
        />
      ) : posts === 0 ? (
        <p>
          No staff file is loaded, so no pay code is known.{' '}
          <Link to={paths.imports}>Import your staff file</Link>
        </p>
      ) : (
        <p>
          Every pay code of the staff file of {longDate(dataCut)} is in a pay table: {plural(posts, 'post')}.
        </p>
      )}
    </Section>
  );
}
