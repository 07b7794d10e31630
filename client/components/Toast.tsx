import { createContext, useCallback, useContext, useState, type ReactElement, type ReactNode } from 'react';
import { LinkButton } from './Button.tsx';

/** What happened, in the past tense, and its way back where there is one. */
export type ToastMessage = {
  readonly text: string;
  readonly undo?: () => void;
};

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** `const toast = useToast(); toast({ text: 'Import applied: 3 new, 2 changed.', undo })` */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** One message at a time at the foot of the window; it stays until it is closed or the next one comes. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const show = useCallback((next: ToastMessage) => setMessage(next), []);
  const close = useCallback(() => setMessage(null), []);
  const undo = message?.undo;
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className="pt-toast-area pt-no-print" role="status">
        {message === null ? null : (
          <div className="pt-toast">
            <span>{message.text}</span>
            {undo === undefined ? null : (
              <LinkButton
                onClick={() => {
                  close();
                  undo();
                }}
              >
                Undo
              </LinkButton>
            )}
            <LinkButton onClick={close} label="Close this message">
              Close
            </LinkButton>
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
