import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { BrowserSetup } from "@/components/shell/browser-setup";
import { Toaster } from "@/components/ui/toaster";
import { chooseTheme, THEME_COOKIE } from "@/lib/i18n/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Wye", template: "%s · Wye" },
  applicationName: "Wye",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // The composer stays above an on-screen keyboard.
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, head] = await Promise.all([getLocale(), cookies(), headers()]);
  const theme = chooseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <NextIntlClientProvider>
          <BrowserSetup nonce={head.get("x-nonce") ?? ""} />
          {children}
          <Toaster />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
