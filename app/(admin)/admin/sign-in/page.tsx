import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MethodForm } from "@/components/admin/method-form";
import { MethodList } from "@/components/admin/method-list";
import { Section } from "@/components/team/router/section";
import { callbackPattern, listMethods } from "@/lib/sign-in/list-methods";
import { isOfManyTenants, isOidc, METHOD_KINDS, USUAL_ISSUERS } from "@/lib/sign-in/method-input";
import { AdminFrame } from "../admin-frame";
import { addMethod, checkMethod, removeMethod, restoreMethod, switchMethod } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.signIn"))("title") };
}

const KINDS = METHOD_KINDS.map((kind) => ({
  kind,
  usualIssuer: USUAL_ISSUERS[kind] ?? "",
  isOidc: isOidc(kind),
  isOfManyTenants: isOfManyTenants(kind),
}));

export default async function AdminSignInPage() {
  const t = await getTranslations("admin.signIn");
  return (
    <AdminFrame page="signIn">
      {async (context) => {
        const methods = await listMethods(context);
        return (
          <>
            <Section title={t("list.title")} hint={t("list.hint")}>
              <MethodList
                methods={methods.map(
                  ({ id, name, kind, issuer, domains, tenants, callbackUrl, ...rest }) => ({
                    ...{ id, name, kind, issuer, domains, tenants, callbackUrl },
                    on: rest.switchedOffAt === null,
                  }),
                )}
                check={checkMethod}
                turn={switchMethod}
                remove={removeMethod}
                restore={restoreMethod}
              />
            </Section>
            <Section title={t("add.title")} hint={t("add.hint", { address: callbackPattern() })}>
              <MethodForm kinds={KINDS} add={addMethod} />
            </Section>
          </>
        );
      }}
    </AdminFrame>
  );
}
