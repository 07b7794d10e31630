import { importKinds, type ImportKind } from '../../shared/imports/kind.ts';
import { mayImport } from '../../shared/imports/who-imports.ts';
import { useMay, useSession } from '../app/session.ts';

/** Whether the person brings in this kind of file: for showing a form or button. The server asks again. */
export function useMayImport(kind: ImportKind): boolean {
  const may = useMay('http:imports.upload');
  const { role } = useSession();
  return may && mayImport(role, kind);
}

/** The kinds to offer: those the person brings in, or all, to read about, for who brings in none. */
export function useKindsShown(): readonly ImportKind[] {
  const may = useMay('http:imports.upload');
  const { role } = useSession();
  return may ? importKinds.filter((kind) => mayImport(role, kind)) : importKinds;
}

/** Who brings a kind of file in, for somebody who does not. */
export function whoImports(kind: ImportKind): string {
  return mayImport('finance', kind)
    ? 'Finance, a workforce manager or the administrator'
    : 'A workforce manager or the administrator';
}
