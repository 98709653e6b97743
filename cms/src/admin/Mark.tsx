/** The town hall's mark: a shield with a roof over water. */
function Shield({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 40 40"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M4 3h32v18c0 9-7 14-16 17C11 35 4 30 4 21z" />
      <path d="M11 22v-7l9-7 9 7v7M18 22v-5h4v5" />
    </svg>
  )
}

export const Icon = () => <Shield size={18} />

export const Logo = () => (
  <span style={{ display: 'inline-flex', gap: '0.75rem', alignItems: 'center', fontSize: '1.75rem', fontWeight: 600 }}>
    <Shield size={44} />
    Avizier
  </span>
)
