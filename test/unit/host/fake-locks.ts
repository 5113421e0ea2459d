/** Web Locks of one browser, as far as journals use them: taken at once or not at all, held until released. */
export class FakeLocks {
  readonly #held = new Set<string>();

  async request(
    name: string,
    _options: object,
    use: (lock: { readonly name: string } | null) => Promise<void> | undefined,
  ): Promise<void> {
    if (this.#held.has(name)) {
      await use(null);
      return;
    }
    this.#held.add(name);
    await use({ name });
    this.#held.delete(name);
  }

  async query() {
    return { held: [...this.#held].map((name) => ({ name })) };
  }
}
