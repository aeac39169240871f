/** The model lists of each wire. A name that contains `context-4000` states that context length, on a wire that can. */
export function openaiModelList(models: readonly string[]): object {
  return {
    object: "list",
    data: models.map((id) => ({
      id,
      object: "model",
      created: 1_700_000_000,
      owned_by: "test",
      ...contextOf(id),
    })),
  };
}

export function anthropicModelList(models: readonly string[]): object {
  const data = models.map((id) => ({
    type: "model",
    id,
    display_name: `Display ${id}`,
    created_at: "2025-01-01T00:00:00Z",
  }));
  return { data, has_more: false, first_id: models[0] ?? null, last_id: models.at(-1) ?? null };
}

export function geminiModelList(models: readonly string[]): object {
  return {
    models: models.map((id) => ({
      name: `models/${id}`,
      displayName: `Display ${id}`,
      inputTokenLimit: 1_048_576,
      supportedGenerationMethods: ["generateContent"],
    })),
  };
}

/** Deployments named as their models are, or `name=model`, and one that does not chat. */
export function azureDeployments(models: readonly string[]): object {
  const data = models.map((given) => {
    const [id = given, model = id] = given.split("=");
    return { id, model, status: "succeeded", object: "deployment" };
  });
  return {
    object: "list",
    data: [...data, { id: "search", model: "text-embedding-3-large", status: "succeeded" }],
  };
}

export function ollamaTags(models: readonly string[]): object {
  return { models: models.map((name) => ({ name, model: name, size: 1, details: { family: "test" } })) };
}

function contextOf(id: string): { context_length?: number } {
  const stated = /context-(\d+)/.exec(id)?.[1];
  return stated === undefined ? {} : { context_length: Number(stated) };
}
