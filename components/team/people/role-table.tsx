import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { ROLES, type Role } from "@/lib/permissions/roles";

interface RoleTableProps {
  rows: readonly { permission: string; name: string; roles: readonly Role[] }[];
  /** The reader's own role. */
  own: Role;
}

export function RoleTable({ rows, own }: RoleTableProps) {
  const t = useTranslations("people.rolesPage");
  const roles = useTranslations("people.roles");
  return (
    <Table label={t("table")}>
      <TableHeader>
        <TableRow>
          <TableHead className="sticky left-0 bg-surface-sunken">{t("permission")}</TableHead>
          {ROLES.map((role) => (
            <TableHead key={role} className="text-center" aria-current={role === own ? true : undefined}>
              <span className={role === own ? "text-ink underline underline-offset-4" : undefined}>
                {roles(role)}
              </span>
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ permission, name, roles: allowed }) => (
          <TableRow key={permission}>
            <th
              scope="row"
              className="sticky left-0 min-w-44 bg-surface px-3 py-2 text-left font-normal sm:min-w-72"
            >
              {name}
            </th>
            {ROLES.map((role) => (
              <TableCell key={role} className="text-center">
                {allowed.includes(role) ? (
                  <>
                    <Check aria-hidden="true" className="mx-auto size-4 text-ok" />
                    <span className="sr-only">{t("yes")}</span>
                  </>
                ) : (
                  <>
                    <span aria-hidden="true" className="text-muted">
                      –
                    </span>
                    <span className="sr-only">{t("no")}</span>
                  </>
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
