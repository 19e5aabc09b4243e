"""What SPEC section 10 says of contracts, ties and reference prices; part of the model in verdicts.py."""

from .days import month_of
from .market import BIDS_SIGNER
from .programme import REGENCY


def covers(wide, narrow):
    """SPEC 7.2: a code covers itself and every code that continues it after a dot; none covers all."""
    return wide is None or narrow == wide or narrow.startswith(wide + ".")


class Trade:
    def __init__(self, market, holders, rules_on):
        self.market, self.holders, self.rules_on = market, holders, rules_on
        self._references, self._deviates, self._tied, self._surveys = {}, {}, {}, None
        self._contracts, self._selected = {}, {}

    def _contracts_of(self, supplier):
        if not self._contracts:
            for contract in self.market.contracts.values():
                self._contracts.setdefault(contract.supplier, []).append(contract)
        return self._contracts.get(supplier, ())

    def _selected_in(self, supplier):
        if not self._selected:
            for procurement in self.market.procurements.values():
                if procurement.selection:
                    self._selected.setdefault(procurement.selection.supplier, []).append(procurement)
        return self._selected.get(supplier, ())

    def _signers(self, procurement):
        """Who signed its selection, and its disqualifications: the list of bids has one signer."""
        signers = set(procurement.selection.signers) if procurement.selection else set()
        if any(b.clause is not None for b in procurement.bids):
            signers.add(BIDS_SIGNER)
        return signers

    def deviates(self, code):
        if code not in self._deviates:
            self._deviates[code] = self._judge_contract(self.market.contracts[code])
        return self._deviates[code]

    def _judge_contract(self, contract):
        procurement = self.market.procurements.get(contract.procurement)
        if procurement is None or procurement.selection is None:
            return True
        selection = procurement.selection
        if selection.supplier != contract.supplier:
            return True
        own = [b for b in procurement.bids if b.supplier == selection.supplier]
        if not own or own[-1].received > procurement.closes or own[-1].clause is not None:
            return True
        for bid in procurement.bids:
            if procurement.method != "direct" and bid.supplier != selection.supplier and bid.clause is None:
                if bid.received <= procurement.closes and bid.amount < own[-1].amount:
                    return True
        rules = self.rules_on(contract.programme, REGENCY, selection.at // 86400)
        return len(selection.signers) < (rules["selectionSigners"] if rules else 1)

    def tied_supplier(self, code, rules):
        key = (code, rules["version"])
        if key not in self._tied:
            supplier = self.market.suppliers[code]
            tied = any(c in rules["forbiddenOwners"] for c in supplier.classes)
            signers = set()
            for contract in self._contracts_of(code):
                signers.update(contract.signers)
                if contract.procurement in self.market.procurements:
                    signers.update(self._signers(self.market.procurements[contract.procurement]))
            for procurement in self._selected_in(code):
                signers.update(self._signers(procurement))
            signed = {self.holders[k] for k in signers}
            self._tied[key] = tied or any(c.supplier == code and c.holder in signed for c in self.market.conflicts)
        return self._tied[key]

    def tied_outlet(self, code, rules):
        key = (code, rules["version"], "outlet")
        if key not in self._tied:
            outlet = self.market.outlets[code]
            self._tied[key] = any(c in rules["forbiddenOwners"] for c in outlet.classes) or any(
                c.outlet == code and c.relation in ("pemilik", "pengurus", "keluarga") for c in self.market.conflicts)
        return self._tied[key]

    def reference(self, commodity, unit, region, day):
        key = (commodity, unit, region, month_of(day))
        if key not in self._references:
            if self._surveys is None:
                self._surveys = {}
                for where, c, u, price, on, _ in self.market.surveys:
                    self._surveys.setdefault((c, u, month_of(on)), []).append((where, price))
            found = [s for s in self._surveys.get((commodity, unit, key[3]), ()) if covers(s[0], region)]
            longest = max((len(where) for where, _ in found), default=0)
            prices = sorted(price for where, price in found if len(where) == longest)
            n = len(prices)
            self._references[key] = None if not n else (
                prices[n // 2] if n % 2 else (prices[n // 2 - 1] + prices[n // 2]) // 2)
        return self._references[key]
