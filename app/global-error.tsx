"use client";

import "./globals.css";

/** Shown when the layout itself fails: no messages and no choice of language are at hand, so it says it in both. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center">
        <main className="flex max-w-sm flex-col items-center gap-3 p-6 text-center">
          <h1 className="font-medium">Wye could not show this page</h1>
          <p className="text-muted text-sm">What was saved is safe. Try again in a moment.</p>
          <p lang="zh-CN" className="text-muted text-sm">
            页面无法显示，已保存的内容不受影响，请稍后重试。
          </p>
          <button
            type="button"
            onClick={reset}
            className="mt-2 h-10 rounded-md bg-accent px-4 font-medium text-accent-ink text-sm"
          >
            Retry · 重试
          </button>
        </main>
      </body>
    </html>
  );
}
