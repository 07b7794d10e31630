import './parameters.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, type ReactElement } from 'react';
import { useParameters } from '../app/parameters.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { Answer } from '../components/Answer.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { AssumptionFilters } from './AssumptionFilters.tsx';
import { assumptionRows, assumptionsInWords, rowsShown } from './assumptions-model.ts';
import { AssumptionsTable } from './AssumptionsTable.tsx';
import { EndedValues } from './EndedValues.tsx';
import { ParameterPanel } from './ParameterPanel.tsx';
import { PayCodes } from './PayCodes.tsx';
import { useOwnValues } from './use-own-value.ts';

const route = getRouteApi('/house/assumptions');

/** Every parameter the trust's answers rest on, with the trust's own values and what they change. */
export function AssumptionsPage(): ReactElement {
  const { today } = useSession();
  const maySeeCover = useMay('backfill.summary');
  const own = useOwnValues();
  const parameters = useParameters();
  const rows = useMemo(() => assumptionRows(parameters, own, today), [parameters, own, today]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { find, subject, status, held } = useDeferredValue(search);
  const shown = useMemo(
    () => rowsShown(rows, { find, subject, status, held }, today),
    [rows, find, subject, status, held, today],
  );
  const openCode = useCallback(
    (code: string) => void navigate({ search: (now) => ({ ...now, code }), resetScroll: true }),
    [navigate],
  );
  const open = rows.find(({ code }) => code === search.code);
  return (
    <PageFrame title="Assumptions" meta={`Values in force on ${longDate(today)}`}>
      <Answer>{assumptionsInWords(rows, today)}</Answer>
      {open === undefined ? null : (
        <ParameterPanel
          key={open.code}
          row={open}
          onClose={() => void navigate({ search: { ...search, code: null }, resetScroll: false })}
        />
      )}
      <AssumptionFilters
        search={search}
        onChange={(change) =>
          void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false })
        }
      />
      <AssumptionsTable rows={shown} all={rows.length} own={held !== 'all'} onOpen={openCode} />
      <PayCodes />
      {maySeeCover ? (
        <p>
          How each team covers (its rungs, prices, fill by notice and lag), roster periods and what the bank
          has are not values of one row: they are on{' '}
          <Link to={paths.backfill} hash="how-one-team-covers">
            Cover to book
          </Link>
          , team by team.
        </p>
      ) : null}
      <EndedValues ended={own.ended} />
    </PageFrame>
  );
}
