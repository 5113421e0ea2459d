/** One IndexedDB store of the page's own, as promises. */
export class KeyValueStore<T> {
  readonly #databaseName: string;
  #database: Promise<IDBDatabase> | null = null;

  constructor(databaseName: string) {
    this.#databaseName = databaseName;
  }

  async put(key: string, value: T): Promise<void> {
    await this.#run("readwrite", (store) => store.put(value, key));
  }

  async get(key: string): Promise<T | undefined> {
    return (await this.#run("readonly", (store) => store.get(key))) as T | undefined;
  }

  async delete(key: string): Promise<void> {
    await this.#run("readwrite", (store) => store.delete(key));
  }

  async values(): Promise<T[]> {
    return (await this.#run("readonly", (store) => store.getAll())) as T[];
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= new Promise((done, failed) => {
      const request = indexedDB.open(this.#databaseName, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("values");
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    return this.#database;
  }

  async #run(mode: IDBTransactionMode, step: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await this.#open();
    return new Promise((done, failed) => {
      const transaction = database.transaction("values", mode);
      const request = step(transaction.objectStore("values"));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => failed(transaction.error);
      transaction.onabort = () => failed(transaction.error);
    });
  }
}
