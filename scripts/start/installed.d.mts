interface PackageEntry {
  version?: string;
  optional?: boolean;
  devOptional?: boolean;
}

/** Does what npm wrote down of the last installation agree with the lockfile? */
export function matchesLock(
  locked: Readonly<Record<string, PackageEntry>>,
  installed: Readonly<Record<string, PackageEntry>>,
): boolean;
/** Is what is locked installed? */
export function isInstalled(): boolean;
export function stampInstalled(): void;
export function clearInstalledStamp(): void;
