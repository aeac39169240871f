import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeatureList } from "@/components/admin/feature-list";
import { HostList } from "@/components/admin/host-list";
import { RegistrationForm } from "@/components/admin/registration-form";
import { Section } from "@/components/team/router/section";
import { getInstanceSettings } from "@/lib/admin/get-settings";
import { FEATURES } from "@/lib/features/feature";
import { allowHost, disallowHost, setFeature, setRegistration } from "../actions";
import { AdminFrame } from "../admin-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.settings"))("title") };
}

export default async function AdminSettingsPage() {
  const t = await getTranslations("admin.settings");
  return (
    <AdminFrame page="settings">
      {async (context) => {
        const { registration, features, hosts, fixedHosts } = await getInstanceSettings(context);
        return (
          <>
            <Section title={t("registration.title")}>
              <RegistrationForm registration={registration} save={setRegistration} />
            </Section>
            <Section title={t("features.title")} hint={t("features.intro")}>
              <FeatureList
                features={FEATURES.map((name) => ({ name, on: features[name] }))}
                set={setFeature}
              />
            </Section>
            <Section title={t("hosts.title")} hint={t("hosts.intro")}>
              <HostList hosts={hosts} fixed={fixedHosts} allow={allowHost} disallow={disallowHost} />
            </Section>
          </>
        );
      }}
    </AdminFrame>
  );
}
