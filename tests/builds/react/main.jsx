import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'khorgos';

function App() {
  const [heard, setHeard] = useState('');
  return (
    <main>
      <khorgos-map lens="china" onkhorgos-select={({ detail }) => setHeard(detail?.id ?? '')} />
      <p id="heard">{heard}</p>
    </main>
  );
}

createRoot(document.querySelector('#root')).render(<App />);
