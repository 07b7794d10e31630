import type { ReactElement } from 'react';
import { LinkButton } from './Button.tsx';
import { useWorkbook, type BookRequest } from './use-workbook.ts';

type ExcelLinkProps = BookRequest & { readonly children: string };

/** Downloads a workbook and says while it is made, or that it could not be. Nothing where there is no workbook to make. */
export function ExcelLink({ children, ...request }: ExcelLinkProps): ReactElement | null {
  const workbook = useWorkbook();
  if (workbook === null) return null;
  return (
    <>
      <LinkButton label={`${children}: ${request.title}`} onClick={() => workbook.make(request)}>
        {children}
      </LinkButton>
      <span role="status">
        {workbook.state === 'making' ? ' Making the workbook…' : ''}
        {workbook.state === 'failed' ? ' The workbook could not be made. Try again.' : ''}
      </span>
    </>
  );
}
