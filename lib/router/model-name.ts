export interface ModelName {
  /** The vendor, or the name a provider was connected under. */
  provider: string;
  model: string;
}

/** `provider/model`, as people and scripts write it. */
export const nameOf = ({ provider, model }: ModelName): string => `${provider}/${model}`;
