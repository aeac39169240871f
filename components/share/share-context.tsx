"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { ShareActions } from "./share-actions";
import { SharePanel } from "./share-panel";

interface SharedOne {
  id: string;
  title: string;
}

const ShareContext = createContext<((chat: SharedOne) => void) | null>(null);

/** Opens the sharing of a chat; null for who may share none. */
export const useShare = () => useContext(ShareContext);

interface ShareProviderProps {
  /** Null: the person may share no chat. */
  actions: ShareActions | null;
  children: ReactNode;
}

/** Lets whatever lists chats open the sharing of one. */
export function ShareProvider({ actions, children }: ShareProviderProps) {
  const [opened, setOpened] = useState<SharedOne | null>(null);
  return (
    <ShareContext value={actions && setOpened}>
      {children}
      {opened && actions && (
        <SharePanel key={opened.id} chat={opened} actions={actions} onClose={() => setOpened(null)} />
      )}
    </ShareContext>
  );
}
