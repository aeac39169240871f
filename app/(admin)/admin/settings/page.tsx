import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HostList } from "@/components/admin/host-list";
import { RegistrationForm } from "@/components/admin/registration-form";
import { Section } from "@/components/team/router/section";
import { getInstanceSettings } from "@/lib/admin/get-settings";
import { allowHost, disallowHost, setRegistration } from "../actions";
import { AdminFrame } from "../admin-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.settings"))("title") };
}

export default async function AdminSettingsPage() {
  const t = await getTranslations("admin.settings");
  return (
    <AdminFrame page="settings">
      {async (context) => {
        const { registration, hosts } = await getInstanceSettings(context);
        return (
          <>
            <Section title={t("registration.title")}>
              <RegistrationForm registration={registration} save={setRegistration} />
            </Section>
            <Section title={t("hosts.title")} hint={t("hosts.intro")}>
              <HostList hosts={hosts} allow={allowHost} disallow={disallowHost} />
            </Section>
          </>
        );
      }}
    </AdminFrame>
  );
}
