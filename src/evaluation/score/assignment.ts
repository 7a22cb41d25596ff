/**
 * The best one-to-one assignment of rows to columns: the Hungarian method with potentials (Kuhn 1955, Munkres 1957, in
 * the shortest augmenting path form of Jonker and Volgenant 1987), n² m steps for n rows.
 *
 * @param weights rows × columns, at least as many columns as rows; higher is better
 * @returns for each row its column
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length;
  const columns = rows ? weights[0].length : 0;
  // Column 0 and row 0 are sentinels; `rowOf[j]` is the row (from 1) that holds column j.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const from = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    while (rowOf[column] !== 0) {
      seen[column] = 1;
      const current = rowOf[column];
      let least = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (seen[j]) continue;
        const cost = -weights[current - 1][j - 1] - rowPotential[current] - columnPotential[j];
        if (cost < slack[j]) {
          slack[j] = cost;
          from[j] = column;
        }
        if (slack[j] < least) {
          least = slack[j];
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (seen[j]) {
          rowPotential[rowOf[j]] += least;
          columnPotential[j] -= least;
        } else slack[j] -= least;
      }
      column = next;
    }
    // Hand the columns on along the augmenting path.
    while (column !== 0) {
      rowOf[column] = rowOf[from[column]];
      column = from[column];
    }
  }
  const columnOf = new Array<number>(rows).fill(-1);
  for (let j = 1; j <= columns; j++) if (rowOf[j] > 0) columnOf[rowOf[j] - 1] = j - 1;
  return columnOf;
}
