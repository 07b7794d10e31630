import { Outlet } from '@tanstack/react-router';
import { StrictMode, type ReactElement } from 'react';
import { ToastProvider } from '../components/Toast.tsx';

/** What is around every page, signed in or not. */
export function Root(): ReactElement {
  return (
    <StrictMode>
      <ToastProvider>
        <Outlet />
      </ToastProvider>
    </StrictMode>
  );
}
