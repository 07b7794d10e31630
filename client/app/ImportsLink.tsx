import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { paths } from './paths.ts';
import { useMay } from './session.ts';

type ImportsLinkProps = { readonly children: ReactNode; readonly className?: string };

/** The way to Imports; for whoever may not open them, who to ask. */
export function ImportsLink({ children, className }: ImportsLinkProps): ReactElement {
  if (!useMay('imports.list')) return <>A workforce manager brings in what is missing.</>;
  return (
    <Link to={paths.imports} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  );
}
