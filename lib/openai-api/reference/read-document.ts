import { database } from "@/lib/database";
import { requireFeature } from "@/lib/features/require-feature";
import type { Locale } from "@/lib/i18n/locale";
import { apiBaseUrl } from "../api-base-url";
import { type ApiDocument, buildDocument } from "./build-document";

const made = new Map<Locale, ApiDocument>();

/** The API of this installation, for whoever asks: it says what Wye can do, and nothing of a team.
 *  @throws AppError `feature_off` */
export async function readDocument(locale: Locale): Promise<ApiDocument> {
  await requireFeature(database(), "api");
  const known = made.get(locale);
  if (known) return known;
  const document = buildDocument(locale, apiBaseUrl());
  made.set(locale, document);
  return document;
}
